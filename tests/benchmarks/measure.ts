import { FreshPage } from './browser';
import type { Side } from './page/main';
import { QUESTIONS, type Days } from './page/questions';
import type { Samples } from './samples';

export interface Site {
  readonly url: string;
  readonly file: string;
  readonly lines: number;
}
type Say = (what: string) => void;

/** 2022-07-01: a brush that moves by a day from one time to the next, so that nothing is answered from a cache. */
const FIRST_FROM = 19_174;
const WINDOW_DAYS = 640;
const windowAt = (step: number): NonNullable<Days> => ({
  from: FIRST_FROM + step,
  until: FIRST_FROM + step + WINDOW_DAYS,
});

const WAYS = ['counts', 'charts', 'plain', 'star'] as const;
const SIDES = ['ours', 'theirs'] as const;
/** Counts take so little time that one run would measure the clock. */
const COUNT_REPEATS = 3;

/** Throws unless both sides answer every question alike, with and without a brush, over plain lines and over the star. */
export async function checkEqual(fresh: FreshPage): Promise<number> {
  let checked = 0;
  for (const days of [null, windowAt(0)]) {
    for (const schema of ['plain', 'star'] as const) {
      for (const question of QUESTIONS) {
        const found = await fresh.page.evaluate(([q, s, d]) => window.bench.compare(q, s, d), [
          question,
          schema,
          days,
        ] as const);
        if (found !== null)
          throw new Error(`${question} of ${days ? 'a window' : 'all days'} differs from DuckDB (${schema}): ${found}`);
        checked++;
      }
    }
  }
  return checked;
}

/** Runs in browsers of their own, each side in turn: what a first visit costs. */
export async function measureCold(site: Site, runs: number, samples: Samples, say: Say): Promise<void> {
  for (let run = 0; run < runs; run++) {
    samples.beginRun(run);
    for (const side of SIDES) {
      say(`cold ${side}, run ${run + 1} of ${runs}`);
      await inFreshPage(site, async (fresh) => {
        samples.add(`${side} query`, await fresh.page.evaluate((s) => window.bench.coldQuery(s), side));
      });
      await inFreshPage(site, (fresh) => firstTriangle(fresh, site, side, samples));
    }
  }
}

async function firstTriangle(fresh: FreshPage, { lines }: Site, side: Side, samples: Samples): Promise<void> {
  const { start, read, triangle } = await fresh.page.evaluate((s) => window.bench.coldTriangle(s), side);
  samples.add(`${side} read`, read);
  samples.add(`${side} first triangle`, start + read + triangle);
  await addMemory(fresh, `${side} memory`, samples);
  if (side === 'theirs') return;
  const database = await fresh.page.evaluate((n) => window.bench.database(n), lines);
  samples.add('ours read and fill', read + database.fill);
  samples.add('ours first triangle and fill', start + read + triangle + database.start + database.fill);
  await addMemory(fresh, 'ours memory filled', samples);
}

async function addMemory(fresh: FreshPage, name: string, samples: Samples): Promise<void> {
  const peak = await fresh.peakMemory();
  if (peak !== null) samples.add(name, peak);
}

/** Runs in one browser, in turn, once both sides hold the file. */
export async function measureWarm(fresh: FreshPage, runs: number, samples: Samples, say: Say): Promise<void> {
  let step = 1;
  // The first round warms up and is not counted.
  for (let run = 0; run <= runs; run++) {
    if (run > 0) samples.beginRun(run - 1);
    say(`questions and brushes, run ${run} of ${runs}`);
    for (const way of WAYS) {
      for (let repeat = 0; repeat < (way === 'counts' ? COUNT_REPEATS : 1); repeat++) {
        for (const question of QUESTIONS) {
          const spent = await fresh.page.evaluate(([q, w]) => window.bench.ask(q, w), [question, way] as const);
          if (run > 0) samples.add(`${way} ${question}`, spent);
        }
        const days = windowAt(step++);
        const spent = await fresh.page.evaluate(([qs, w, d]) => window.bench.brush(qs, w, d), [
          QUESTIONS,
          way,
          days,
        ] as const);
        if (run > 0) samples.add(`${way} brush`, spent);
      }
    }
  }
}

async function inFreshPage(site: Site, work: (fresh: FreshPage) => Promise<void>): Promise<void> {
  const fresh = await FreshPage.open(site.url, site.file);
  try {
    await work(fresh);
  } finally {
    await fresh.close();
  }
}

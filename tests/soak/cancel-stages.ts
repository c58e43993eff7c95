import type { Page } from 'playwright';
import { held } from '../browser/support/memory';

const MINUTE = 60_000;
/** A sample company is there. */
const READY = /tables brought, all in\.$/;
/** The first word of what is said while a stage lasts, and how much of it is done when it is given up. */
const STAGES = [
  { stage: 'Reading', share: 0.1 },
  { stage: 'Reading', share: 0.5 },
  { stage: 'Reading', share: 0.95 },
  { stage: 'Understanding', share: 0 },
  { stage: 'Checking', share: 0 },
  { stage: 'Looking', share: 0 },
  { stage: 'Counting', share: 0 },
] as const;
/** From the press of the button to the word that it is stopped. */
const MOST_MILLISECONDS = 1_000;
/**
 * A second stop may leave so many times what the first did. What a worker holds no longer is given back when it next needs
 * room, so one stop alone says nothing.
 */
const MOST_GROWTH = 1.25;

/**
 * Brings a long file and gives it up in each of its stages, twice.
 * @param open a fresh page on the Data page with a sample, which a stop must leave as it was
 * @returns whether each was stopped within a second, and the second left no more behind than the first
 */
export async function cancelInEachStage(open: () => Promise<Page>, file: string): Promise<boolean> {
  console.log('given up in         ms to “Stopped.”  MB before  MB then  ms again  MB then');
  let isFine = true;
  for (const { stage, share } of STAGES) {
    const page = await open();
    const name = `${stage}${share > 0 ? ` ${share * 100} %` : ''}`.padEnd(18);
    const before = await held(page, -Infinity, 2);
    const first = await stopOnce(page, file, stage, share);
    const second = first && (await stopOnce(page, file, stage, share));
    if (!first || !second) console.log(`${name}  is over before it can be pressed`);
    else {
      const figures = [first.took, before, first.megabytes, second.took, second.megabytes];
      console.log(name + figures.map((figure, at) => figure.toFixed(0).padStart(at === 0 ? 17 : 10)).join(''));
      isFine &&= Math.max(first.took, second.took) <= MOST_MILLISECONDS;
      isFine &&= second.megabytes <= MOST_GROWTH * Math.max(first.megabytes, before);
    }
    await page.context().close();
  }
  console.log(isFine ? 'Each was stopped within a second.' : 'That is too long, or too much is held.');
  return isFine;
}

/** Null where the stage is over before the button can be pressed. */
async function stopOnce(page: Page, file: string, stage: string, share: number) {
  await page.locator('input[type=file]').first().setInputFiles(file);
  const took = await page.evaluate(cancelWhen, { stage, share });
  if (took === null) return null;
  await page.getByText(READY).waitFor({ timeout: MINUTE });
  const megabytes = await held(page, -Infinity, 3);
  await page.getByRole('button', { name: 'Close' }).click();
  return { took, megabytes };
}

/** Within the page: a click from outside would come too late for a short stage. */
function cancelWhen({ stage, share }: { stage: string; share: number }): Promise<number | null> {
  return new Promise((resolve) => {
    let wasBusy = false;
    const look = () => {
      const bar = document.querySelector('progress');
      wasBusy ||= bar !== null;
      if (wasBusy && !bar) return void resolve(null);
      const isThere = bar?.getAttribute('aria-label')?.startsWith(stage) ?? false;
      if (!isThere || bar!.value < share * bar!.max) return void requestAnimationFrame(look);
      const pressed = performance.now();
      bar!.parentElement!.querySelector('button')!.click();
      const wait = () => {
        const isSaid = [...document.querySelectorAll('[role=status]')].some((one) =>
          one.textContent?.includes('Stopped.'),
        );
        if (isSaid) resolve(performance.now() - pressed);
        else requestAnimationFrame(wait);
      };
      wait();
    };
    look();
  });
}

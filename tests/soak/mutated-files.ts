import { Worker } from 'node:worker_threads';
import { mutate, randomOf, seedFiles, tryFile } from '../intake/mutations';

/** A file that takes longer than this hangs. */
const HANG_SECONDS = 30;
/** Of the processor, for files of a few kilobytes. */
const MOST_MILLISECONDS = 2_000;

/** Ends the process, naming the file, where reading it never comes back: nothing else can, while it runs. */
function watch(beat: SharedArrayBuffer): Worker {
  const source = `const { workerData } = require('node:worker_threads');
    const beat = new Int32Array(workerData); let seen = -1, since = Date.now();
    setInterval(() => {
      const now = Atomics.load(beat, 0);
      if (now !== seen) { seen = now; since = Date.now(); }
      else if (Date.now() - since > ${HANG_SECONDS * 1000}) { require('node:fs').writeSync(2, 'FAULT mutation ' + now + ' hangs\\n'); process.kill(process.pid, 'SIGKILL'); }
    }, 1000);`;
  return new Worker(source, { eval: true, workerData: beat });
}

/**
 * Reads and loads small files of every kind, mutated. None may hang, crash, lose a row on the way into figures, or take long; what is refused has a code.
 * Returns whether all went well.
 */
export async function soakFiles(files: number, seed: number): Promise<boolean> {
  const seeds = Object.entries(await seedFiles());
  const beat = new SharedArrayBuffer(4);
  const watching = watch(beat);
  const outcomes = new Map<string, number>();
  const faults: string[] = [];
  let longest = 0;
  const quiet = silenceLibraries();
  const started = performance.now();
  for (let at = 0; at < files; at++) {
    Atomics.store(new Int32Array(beat), 0, at);
    const random = randomOf(seed * 0x9e3779b1 + at);
    const [kind, bytes] = seeds[at % seeds.length];
    const file = mutate(bytes, seeds[random(seeds.length)][1], random);
    try {
      const { outcome, milliseconds } = await tryFile(file);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      longest = Math.max(longest, at < seeds.length ? 0 : milliseconds);
      if (milliseconds > MOST_MILLISECONDS && at >= seeds.length)
        faults.push(`${kind}, mutation ${at}: ${milliseconds.toFixed(0)} ms`);
    } catch (error) {
      faults.push(
        `${kind}, mutation ${at}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  quiet();
  await watching.terminate();
  console.log(
    `${files} mutated files of ${seeds.length} kinds in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(7)}  ${outcome}`);
  console.log(`the longest took ${longest.toFixed(0)} ms of the processor`);
  for (const fault of faults.slice(0, 20)) console.log(`FAULT ${fault}`);
  console.log(faults.length === 0 ? 'No hang, no crash, no lost row.' : `${faults.length} faults`);
  return faults.length === 0;
}

/** The workbook library complains of broken records to the console, thousands of times. */
function silenceLibraries(): () => void {
  const { error, warn, log } = console;
  console.error = console.warn = console.log = () => undefined;
  return () => Object.assign(console, { error, warn, log });
}

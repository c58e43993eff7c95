/** Runs a search to its end. */
export function finish<R>(search: Generator<number, R>): R {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

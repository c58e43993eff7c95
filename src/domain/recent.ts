/** Keeps the last few results by key, so that asking for one of them again takes no time. */
export class Recent<K, V> {
  readonly #made = new Map<K, V>();

  constructor(private readonly most: number) {}

  of(key: K, make: () => V): V {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (this.#made.size >= this.most) this.#made.delete(this.#made.keys().next().value!);
    this.#made.set(key, made);
    return made;
  }
}

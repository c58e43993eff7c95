import { looseObject, picklist, safeParse, string, variant, type GenericSchema } from 'valibot';

/** How long a tab that is asked to give a workspace up may take: one that hangs has it taken away. */
const GIVE_MILLISECONDS = 3_000;

/** What tabs tell one another about kept workspaces. */
const message: GenericSchema<unknown, Message> = variant('kind', [
  looseObject({ kind: picklist(['changed', 'cleared']) }),
  looseObject({ kind: picklist(['give', 'removed']), id: string() }),
]);
export type Message =
  { readonly kind: 'changed' | 'cleared' } | { readonly kind: 'give' | 'removed'; readonly id: string };

/** One tab at a time keeps a workspace. A tab that ends gives it free by ending. Where a browser has no Web Locks, nobody asks. */
export class WorkspaceLock {
  #release: (() => void) | null = null;
  #held: string | null = null;
  readonly #channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('perennial-workspaces');

  /**
   * @param hear what other tabs tell
   * @param lost another tab has taken the workspace that was held
   */
  constructor(
    hear: (message: Message) => void,
    private readonly lost: () => void,
  ) {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      // Another tab may run another version of this page: what it says that is not known here is passed over.
      const told = safeParse(message, data);
      if (told.success) hear(told.output);
    });
  }

  tell(message: Message): void {
    this.#channel?.postMessage(message);
  }

  /** True where this tab is the one that keeps `id` from now on. */
  hold(id: string): Promise<boolean> {
    if (this.#held === id) return Promise.resolve(true);
    this.release();
    return this.#request(id, { ifAvailable: true });
  }

  /** Asks the tab that holds it, and takes it when that does not answer. */
  async takeOver(id: string): Promise<void> {
    this.release();
    this.tell({ kind: 'give', id });
    if (await this.#request(id, { signal: AbortSignal.timeout(GIVE_MILLISECONDS) }).catch(() => false)) return;
    await this.#request(id, { steal: true });
  }

  release(): void {
    this.#release?.();
    this.#release = null;
    this.#held = null;
  }

  #request(id: string, options: LockOptions): Promise<boolean> {
    const locks = navigator.locks as LockManager | undefined;
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve, reject) => {
      locks
        .request(`perennial-workspace ${id}`, options, (lock) => {
          if (!lock) return resolve(false);
          this.#held = id;
          resolve(true);
          return new Promise<void>((release) => (this.#release = release));
        })
        .catch((error: unknown) => {
          // A lock that was stolen ends in an error; so does waiting for one in vain.
          if (this.#held !== id) return reject(error instanceof Error ? error : new Error(String(error)));
          this.#held = null;
          this.#release = null;
          this.lost();
        });
    });
  }
}

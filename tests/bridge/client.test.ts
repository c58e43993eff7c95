import { expect, test, vi } from 'vitest';
import { WorkerClient } from '../../src/bridge/client';
import type { EngineApi } from '../../src/bridge/protocol';
import { serve } from '../../src/bridge/serve';
import { AppError, Cancelled } from '../../src/domain/errors';
import { NO_LOAD_ANSWERS } from '../../src/domain/load-answers';

/** A worker in the same thread; everything passes through a structured clone, as it would between threads. */
class WorkerInPlace extends EventTarget {
  readonly terminate = vi.fn();
  constructor(handlers: object) {
    super();
    const answer = serve(
      { postMessage: (data) => this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) })) },
      handlers,
    );
    this.postMessage = (data) => queueMicrotask(() => void answer({ data: structuredClone(data) as never }));
  }
  postMessage: (data: unknown) => void;
}
const clientOf = (handlers: object) => {
  const worker = new WorkerInPlace(handlers);
  return { worker, client: new WorkerClient<EngineApi>(worker as unknown as Worker) };
};

test('an error keeps its code and details across the threads', async () => {
  const { client } = clientOf({
    clear: () => {
      throw new AppError('file-empty', { file: 'a.csv' });
    },
  });
  await expect(client.call('clear', null)).rejects.toMatchObject({ code: 'file-empty', details: { file: 'a.csv' } });
});

test('a bug arrives as an unexpected error, not as silence', async () => {
  const { client } = clientOf({ clear: () => (undefined as unknown as { x: { y: 1 } }).x.y });
  await expect(client.call('clear', null)).rejects.toMatchObject({ code: 'unexpected' });
});

test('a dead worker fails every waiting call, and every later one', async () => {
  const { client, worker } = clientOf({ clear: () => new Promise(() => undefined) });
  const waiting = client.call('clear', null);
  worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  await expect(waiting).rejects.toMatchObject({ code: 'worker-crashed' });
  await expect(client.call('clear', null)).rejects.toMatchObject({ code: 'worker-crashed' });
});

test('progress is streamed, and a call can be cancelled', async () => {
  const { client } = clientOf({
    bring: async (_: unknown, control: { signal: AbortSignal; progress(p: unknown): void }) => {
      control.progress({ step: 'reading', done: 1, total: 2 });
      await new Promise((resolve) => control.signal.addEventListener('abort', resolve));
      throw new Cancelled();
    },
  });
  const controller = new AbortController();
  const seen: unknown[] = [];
  const call = client.call(
    'bring',
    { files: [], answers: NO_LOAD_ANSWERS, count: true },
    { signal: controller.signal, onprogress: (progress) => (seen.push(progress), controller.abort()) },
  );
  await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  expect(seen).toEqual([{ step: 'reading', done: 1, total: 2 }]);
});

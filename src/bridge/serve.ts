import { Cancelled, toWire } from '../domain/errors';
import type { CancelRequest, Reply, Request } from './protocol';

/** Where replies go: a worker's own scope, or a test's. */
export interface Port {
  postMessage(reply: Reply, transfer: Transferable[]): void;
}
type AnyHandlers = Readonly<Record<string, (argument: never, control: never) => unknown>>;

/** Answers calls; one running call each may be cancelled. Typed arrays in an answer are transferred. */
export function serve(port: Port, handlers: object): (event: { data: Request | CancelRequest }) => Promise<void> {
  const running = new Map<number, AbortController>();
  const table = handlers as AnyHandlers;
  return async ({ data }) => {
    if ('cancel' in data) {
      running.get(data.cancel)?.abort(new Cancelled());
      return;
    }
    const { call, method, argument } = data;
    const controller = new AbortController();
    running.set(call, controller);
    const control = {
      signal: controller.signal,
      progress: (progress: unknown) => port.postMessage({ call, progress } as Reply, []),
    };
    try {
      const value = await table[method](argument as never, control as never);
      port.postMessage({ call, ok: true, value }, buffersOf(value));
    } catch (error) {
      port.postMessage({ call, ok: false, error: toWire(error) }, []);
    } finally {
      running.delete(call);
    }
  };
}

/** The buffers of all typed arrays in an answer, each once. */
function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (Array.isArray(value)) {
    if (typeof value[0] === 'object') for (const item of value) buffersOf(item, found);
  } else if (value !== null && typeof value === 'object' && !(value instanceof Blob)) {
    for (const item of Object.values(value)) buffersOf(item, found);
  }
  return [...found];
}

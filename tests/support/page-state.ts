import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { EngineApi, Handlers } from '../../src/bridge/protocol';
import type { WorkerClient } from '../../src/bridge/client';
import { engineHandlers } from '../../src/engine/handlers';
import { EngineSession } from '../../src/engine/session';
import { AppState } from '../../src/session/app.svelte';
import { EngineLink } from '../../src/session/engine-link.svelte';

/** The page's state over an engine in this process; what crosses between them is copied, as between page and worker. */
export function openPage(session = new EngineSession()): AppState {
  const handlers: Handlers<EngineApi> = engineHandlers(session);
  const client: Pick<WorkerClient<EngineApi>, 'call' | 'end'> = {
    call: async (method, argument, options) => {
      const control = { signal: options?.signal ?? new AbortController().signal, progress: () => undefined };
      const handle = handlers[method] as (argument: unknown, control: unknown) => unknown;
      return structuredClone(await handle(structuredClone(argument), control)) as never;
    },
    end: () => undefined,
  };
  return new AppState(new EngineLink(() => client as WorkerClient<EngineApi>));
}

/** The page after these files were dropped on it. */
export async function dropOnPage(paths: readonly string[], page = openPage()): Promise<AppState> {
  await page.files.add(paths.map((path) => new File([readFileSync(path)], basename(path))));
  if (page.error) throw page.error;
  return page;
}

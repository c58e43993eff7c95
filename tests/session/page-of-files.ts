import type { LoadReport } from '../../src/domain/import';
import type { Receipt } from '../../src/domain/receipt';
import { engineHandlers } from '../../src/engine/handlers';
import { EngineSession } from '../../src/engine/session';
import { Asking } from '../../src/session/asking.svelte';
import type { Settings } from '../../src/session/settings.svelte';
import { Shaping } from '../../src/session/shaping';
import { Tables } from '../../src/session/tables.svelte';

const NOTHING_REMEMBERED = {
  dateAnswer: () => null,
  markAnswer: () => null,
  readingAnswer: () => null,
  rememberReading: () => undefined,
  forgetMapping: () => undefined,
  rememberMapping: () => undefined,
  mapping: () => null,
} as unknown as Settings;

/** What stands behind the Data page once files were brought: its tables, its questions, and the engine, in one process. */
export async function pageOf(files: Readonly<Record<string, string>>) {
  const session = new EngineSession();
  const handlers = engineHandlers(session) as unknown as Record<string, (request: unknown, control: object) => unknown>;
  const control = { signal: new AbortController().signal, progress: () => undefined };
  const call = async (name: string, request: unknown) => handlers[name](request, control);
  const tables = new Tables(NOTHING_REMEMBERED);
  const page = {
    engine: { call },
    tables,
    work: { stopped: false },
    report: null as LoadReport | null,
    busy: false,
    error: null,
    load: async () => {
      const { treatments, timeZone } = tables;
      const choices = tables.choices.filter(({ roles }) => roles.length > 0);
      page.report = (await call('load', { name: 'test', choices, until: null, treatments, timeZone })) as LoadReport;
      tables.loaded();
    },
  };
  const whole = Object.assign(page, {
    shaping: new Shaping(page as unknown as ConstructorParameters<typeof Shaping>[0]),
  });
  const brought = Object.entries(files).map(([name, text]) => ({ name, blob: new Blob([text]) }));
  tables.add((await call('inspect', { files: brought })) as Parameters<Tables['add']>[0]);
  await page.load();
  return {
    session,
    tables,
    asking: new Asking(whole as unknown as ConstructorParameters<typeof Asking>[0]),
    report: () => page.report!,
    receipt: () => call('receipt', { tables: tables.inspected.map(({ id }) => id) }) as Promise<Receipt>,
  };
}

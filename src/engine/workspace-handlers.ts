import type { CallControl, Handlers } from '../bridge/protocol';
import type { WorkspaceApi } from '../bridge/workspace-protocol';
import { AppError } from '../domain/errors';
import { parseMapping, parseTimeZone, parseTreatments, saysTimeZone } from '../intake/understand/mapping/mapping';
import { parseForms } from '../intake/understand/mapping/parse-forms';
import type { EngineSession } from './session';

const store = () => import('./workspace-store');

/** Answers the page's calls about what is kept. */
export function workspaceHandlers(session: EngineSession): Handlers<WorkspaceApi> {
  return {
    workspaces: async () => (await store()).listWorkspaces(),
    keep: async ({ generation, ...request }) => {
      const parts = generation === null ? null : session.partsOf(generation);
      if (generation !== null && parts === null) return null;
      return (await store()).keepWorkspace({ ...request, parts });
    },
    openWorkspace: async ({ id }, control: CallControl) => {
      control.progress({ step: 'opening', file: null, done: 0, total: 0, rows: 0 });
      const { entry, session: kept, parts } = await (await store()).openParts(id);
      const report = await session.openKept(
        entry.name,
        parts,
        kept.until,
        control,
        kept.tables.treatments,
        kept.decisions.unify,
        kept.decisions.rules,
      );
      return { entry, session: kept, report };
    },
    renameWorkspace: async ({ id, name }) => (await store()).renameWorkspace(id, name),
    duplicateWorkspace: async ({ id, name }) => (await store()).duplicateWorkspace(id, name),
    exportWorkspace: async ({ id }) => (await store()).exportWorkspace(id),
    importWorkspace: async ({ name, blob }) => (await store()).importWorkspace(blob, name),
    deleteWorkspace: async ({ id }) => {
      await (await store()).deleteWorkspace(id);
      return null;
    },
    clearWorkspaces: async () => {
      await (await store()).clearWorkspaces();
      return null;
    },
    readMapping: ({ name, text }) => {
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch (error) {
        throw new AppError('mapping-invalid', { where: name, problem: error instanceof Error ? error.message : '' });
      }
      return {
        mapping: parseMapping(json),
        treatments: parseTreatments(json),
        forms: parseForms(json),
        timeZone: saysTimeZone(json) ? parseTimeZone(json) : null,
      };
    },
  };
}

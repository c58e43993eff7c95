import type { Derive } from '../metric';
import type { fragmentation } from './definition';

export const derive: Derive<typeof fragmentation> = (base, context) => {
  const names = context.names('source');
  return { ...base, source: Array.from(base.source, (source) => names[source]) };
};

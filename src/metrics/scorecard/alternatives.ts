import type { Formatter } from '../../domain/format';
import { FEW, type MetricTable } from '../metric';
import type { scorecard } from './definition';

/** The kept rate that counts those who were won back as kept: (customers at the end - new ones) / customers at the start. */
export function alternativeWords(table: MetricTable<typeof scorecard>, format: Formatter): string {
  const at = (id: string) => table.metric.indexOf(id);
  const [kept, active, won] = [at('kept'), at('active_customers'), at('new_customers')];
  if (kept < 0 || active < 0 || won < 0 || Number.isNaN(table.value[kept]) || !(table.previous[active] >= FEW))
    return '';
  const rate = (table.value[active] - table.value[won]) / table.previous[active];
  return Number.isNaN(rate)
    ? ''
    : `Kept with those won back, (end − new) / start: ${format.share(rate)}, in place of ${format.share(table.value[kept])}.`;
}

import type { Random } from '../../mutations';
import type { Ledger } from '../ledger';
import { shuffled } from '../same-tables';
import { csvOf, type Form } from '../write';
import { amongNoise, rowsOf, table, type Column, type WrittenRow } from './columns';
import type { Layout } from './layout';
import { ORDER_LAYOUTS } from './order-layouts';
import { ROW_LAYOUTS } from './row-layouts';
import { styleOf } from './style';

function formOf(layout: Layout): Form {
  return {
    name: layout.name,
    recipe: null,
    holds: layout.holds,
    grain: layout.grain,
    write: (ledger: Ledger, random: Random) => {
      const style = styleOf(random);
      const all = rowsOf(ledger, layout.grain.refunds !== 'order').filter(layout.rows ?? (() => true));
      const write = (name: string, own: readonly Column[], written: readonly WrittenRow[]) => {
        const { header, rows } = table(amongNoise(own, style), written);
        return { name, text: csvOf(header, rows, style.delimiter) };
      };
      const lines = layout.isShuffled ? shuffled(all, random) : all;
      const sold = write(layout.heads ? 'lines.csv' : 'sales.csv', layout.columns(style, ledger), lines);
      if (!layout.heads) return [sold];
      return [
        write(
          'orders.csv',
          layout.heads(style, ledger),
          all.filter(({ i }) => i === 0),
        ),
        sold,
      ];
    },
  };
}

/** Forms of no system in particular. */
export const FORMS_OF_NONE: readonly Form[] = [...ROW_LAYOUTS, ...ORDER_LAYOUTS].map(formOf);

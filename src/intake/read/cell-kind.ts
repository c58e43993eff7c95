type CellKind = 'empty' | 'number' | 'date' | 'error' | 'text';

const DATE =
  /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ,].*)?|\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?|\d{1,2}[-/. ]\p{L}{3,9}\.?[-/., ]+\d{2,4})$/u;
const NUMBER =
  /^[-+(]{0,2}\s?(\p{Sc}|\p{Lu}{3}\s)?\s?[-+]?[\d.,]*\d[\d.,'\s]*(e[-+]?\d+)?\s?(%|\p{Sc}|\p{Lu}{3})?\)?-?$/iu;

const ERROR = /^#(?:N\/A|NAME\?|DIV\/0!|VALUE!|REF!|NUM!|NULL!|SPILL!|CALC!)$/;

/** A rough look at one cell, enough to tell a heading from data; what a column holds is decided elsewhere. */
export function kindOf(cell: string): CellKind {
  if (cell === '') return 'empty';
  if (cell.length > 40) return 'text';
  if (cell.startsWith('#') && ERROR.test(cell)) return 'error';
  if (DATE.test(cell)) return 'date';
  return NUMBER.test(cell) ? 'number' : 'text';
}

import type { Role, RoleMapping } from '../../domain/roles';
import { profileColumn } from './column-profile';
import { guessByValues } from './guess-by-values';
import { assignFields, type Assignment, type Candidate } from './guess-fields';
import { questionsOf, settleDateOrder, settleDecimalMark } from './guess-questions';
import { guessRoles, type RoleGuess } from './guess-roles';
import type { RawTable } from '../read/raw-table';
import { askRole } from './ask-role';
import { asksOfColumns, asksOfValues } from './asks';
import { describeColumn } from './describe-column';
import { mappingOfGuess } from './mapping-of-guess';
import { noticesOf } from './notices-of-guess';
import { matchRecipe, type Recipe } from './recipe';
import { RECIPES } from './recipes';
import type { Understanding } from './understanding';
import { refineContracts } from './refine-contracts';
import { refineSales, type RefinedSales } from './refine-sales';
import { scaled } from './score-scale';
import { noticesOfDayColumns } from './day-notices';
import { withWholeName } from './whole-name';

export type { DateReading, Question } from './guess-questions';

export type { GuessedColumn, GuessedRole, Understanding } from './understanding';

/** Says what a table is about, which column fills which field, and what only a person can tell. */
export function understandTable(table: RawTable): Understanding {
  const recipe =
    table.headerLine === 0 && !isNamed(table) ? null : (matchRecipe(table.header, RECIPES)?.recipe ?? null);
  const candidates = candidatesOf(table, recipe);
  const told = recipe ? guessRoles(candidates, recipe) : [];
  const named = told.length > 0 ? told : guessRoles(candidates);
  const unnamed = named.length === 0 && table.headerLine === 0 ? guessByValues(candidates) : null;
  const { guesses, sales } = unnamed
    ? { guesses: [unnamed], sales: null }
    : refine(named, candidates, told.length > 0 ? recipe : null);
  const roles = guesses.map((guess) => ({
    role: guess.role,
    mapping: mappingOfGuess(guess, candidates),
    score: guess.score,
  }));
  const roleOf = (role: Role) => {
    const held = roles.find((one) => one.role === role)?.mapping;
    return { role, mapping: held ?? mappingOfFields(role, candidates, null) };
  };
  const { asked, idle } = questionsOf(candidates, guesses);
  return {
    roles,
    columns: candidates.map((candidate) => describeColumn(candidate, candidates, guesses, sales)),
    questions: guesses.length === 0 ? [{ kind: 'no-role', found: table.header }] : asked,
    idleQuestions: idle,
    notices: [...noticesOf(table, candidates, guesses), ...noticesOfDayColumns(table, candidates)],
    asks: [
      ...(unnamed ? [] : asksOfColumns(table, candidates, guesses, sales, told.length > 0)),
      ...(unnamed || told.length > 0 ? [] : askRole(table, candidates, guesses, roleOf)),
      ...asksOfValues(table, roles, asked),
    ],
    recipe: told.length > 0 ? recipe!.name : null,
  };
}

/** Tables of databases and the like have named columns, in no line. */
const isNamed = ({ dialect }: RawTable): boolean => ['parquet', 'arrow', 'json', 'sqlite'].includes(dialect.format);

/** Holds the columns of each role against each other. */
function refine(guesses: readonly RoleGuess[], candidates: readonly Candidate[], recipe: Recipe | null) {
  const isDeals = guesses.some(({ role }) => role === 'deals');
  let sales: RefinedSales | null = null;
  const refined = guesses.map((guess): RoleGuess => {
    if (guess.role === 'surveys') return scaled({ ...guess, fields: without(guess.fields, ['weight']) }, candidates);
    if (guess.role === 'contracts') return refineContracts(guess, candidates);
    if (guess.role !== 'transactions') return recipe ? withWholeName(guess, candidates) : guess;
    sales = refineSales(guess, candidates, recipe, isDeals);
    return sales.guess;
  });
  return { guesses: refined, sales: sales as RefinedSales | null };
}

/** The columns with what they hold; what one leaves open follows the others. */
function candidatesOf({ columns, header }: RawTable, recipe: Recipe | null): Candidate[] {
  const profiles = columns.map((column, i) => profileColumn(column, header[i]));
  const settled = settleDecimalMark(settleDateOrder(profiles, recipe?.dayOrder), columns);
  return columns.map((column, index) => ({ index, column, profile: settled[index] }));
}

/** The likeliest mapping of a table to a role that somebody has chosen for it; it may be empty. */
export function mappingAs(table: RawTable, role: Role): RoleMapping {
  const recipe = matchRecipe(table.header, RECIPES)?.recipe ?? null;
  const candidates = candidatesOf(table, recipe);
  return mappingOfFields(role, candidates, recipe?.roles[role] ? recipe : null);
}

function mappingOfFields(role: Role, candidates: readonly Candidate[], known: Recipe | null): RoleMapping {
  const guess = { role, fields: assignFields(role, candidates, known), score: 0 };
  const [refined] = refine([guess], candidates, known).guesses;
  return mappingOfGuess(refined, candidates);
}

const without = (fields: Assignment, names: readonly string[]): Assignment =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !names.includes(field)));

import { expect, test } from 'vitest';
import { FIELDS, type Role } from '../../../src/domain/roles';
import { matchRecipe } from '../../../src/intake/understand/recipe';
import { RECIPES } from '../../../src/intake/understand/recipes';
import { normaliseWord } from '../../../src/intake/words/words';
import { GENERIC_ORDERS, understandText } from './recipe-files';

const EACH = RECIPES.map((recipe) => [recipe.name, recipe] as const);

test.each(EACH)('%s is told by each of its fingerprints, and no other system is', (_, recipe) => {
  for (const fingerprint of recipe.fingerprints) expect(matchRecipe(fingerprint, RECIPES)?.recipe.id).toBe(recipe.id);
});
test.each(EACH)('%s is told with one header missing', (_, recipe) => {
  for (const fingerprint of recipe.fingerprints)
    for (const missing of fingerprint)
      expect(
        matchRecipe(
          fingerprint.filter((header) => header !== missing),
          RECIPES,
        )?.recipe.id,
      ).toBe(recipe.id);
});
test.each(EACH)('%s names fields that there are, and ignores no header that it uses', (_, recipe) => {
  const ignored = new Set((recipe.ignored ?? []).map(normaliseWord));
  for (const [role, fields] of Object.entries(recipe.roles))
    for (const [field, headers] of Object.entries(fields)) {
      expect(Object.keys(FIELDS[role as Role])).toContain(field);
      for (const header of headers) expect(ignored).not.toContain(normaliseWord(header));
    }
  expect(recipe.source).toMatch(/^https:\/\//);
});
test('no two recipes have one id', () => expect(new Set(RECIPES.map(({ id }) => id)).size).toBe(RECIPES.length));

test.each([
  ['a list of orders', GENERIC_ORDERS],
  ['a list of people', 'Name,Email,City\nAnn,a@x.org,Bonn\nBob,b@x.org,Ulm'],
  [
    'payments of a till',
    'id,Date,Amount,Currency,Status,Customer ID\n1,2025-01-03,5.00,eur,Paid,7\n2,2025-01-13,6.00,eur,Failed,8',
  ],
  ['deals in a table', 'Deal ID,Account,Stage,Close Date,Value\n1,A,Won,2025-01-03,5\n2,B,Lost,2025-01-13,6'],
  ['invoices', 'Invoice Number,Invoice Date,Customer,Item,Quantity,Amount\nA1,2025-01-03,X,Tea,1,5.00'],
])('%s of no system in particular is none', async (_, text) => expect((await understandText(text)).recipe).toBeNull());

import {
  array,
  exactOptional,
  lazy,
  never,
  nonEmpty,
  nullable,
  optional,
  picklist,
  pipe,
  string,
  strictObject,
  transform,
  custom,
  is,
  type GenericSchema,
} from 'valibot';
import { ENCODINGS, isEncoding, type Encoding } from '../../../domain/encodings';
import { ROLES } from '../../../domain/roles';
import type { Shape } from '../../../domain/shape';
import type { TableForm } from '../../../domain/table-form';
import { closedObject, dictionary, openObject, plainObject, whole } from '../../../schema/objects';
import { role } from '../../../schema/roles';
import { cannotBe, parsePart } from './parse-part';

/** The key of a mapping file under which the forms of tables stand, beside the roles. */
export const FORMS_KEY = 'tables';

const called = (problem = 'missing') => pipe(string(problem), nonEmpty(problem));
const columns = whole(pipe(array(called()), nonEmpty()), 'not a list of columns');
const SPELLINGS = 'not an object of spellings and what they mean';

const join = pipe(
  closedObject({
    join: called('not the name of a table'),
    column: called(),
    key: called(),
    same: optional(whole(dictionary(string()), SPELLINGS), {}),
  }),
  transform(({ join: other, column, key, same }): Shape => ({
    kind: 'join',
    with: other,
    column,
    withColumn: key,
    same,
  })),
);
const long = pipe(
  closedObject({ long: columns, name: called(), value: called() }),
  transform((told): Shape => ({ kind: 'long', columns: told.long, nameHeader: told.name, valueHeader: told.value })),
);
const baskets = pipe(
  plainObject(),
  // Left out is as wrong as any other word, and said in the same words.
  transform((told): Readonly<Record<string, unknown>> => ({ items: null, ...told })),
  strictObject({
    baskets: columns,
    items: picklist(['cells', 'headings'], 'neither "cells" nor "headings"'),
    order: optional(nullable(called('not the name of a column')), null),
    product: called(),
  }),
  transform(({ baskets: of, items, order, product }): Shape => {
    return { kind: 'baskets', columns: of, items, orderHeader: order, productHeader: product };
  }),
);
const fill = pipe(
  closedObject({ fill: columns }),
  transform((told): Shape => ({ kind: 'fill', columns: told.fill })),
);

/** Chosen by its first word, so that what is said is about the one shape that was meant. */
const shape: GenericSchema<unknown, Shape> = lazy((entry): GenericSchema<unknown, Shape> => {
  if (!is(plainObject(), entry)) return never('not an object');
  if ('join' in entry) return join;
  if ('baskets' in entry) return baskets;
  if ('fill' in entry) return fill;
  return 'long' in entry ? long : never('neither "join" nor "long"');
});

const encoding = custom<Encoding>(
  (written) => typeof written === 'string' && isEncoding(written),
  cannotBe(`one of ${Object.keys(ENCODINGS).join(', ')}`),
);
const form: GenericSchema<unknown, TableForm> = closedObject(
  {
    table: called(),
    roles: optional(whole(array(role), `not a list of ${ROLES.join(', ')}`), []),
    encoding: exactOptional(encoding),
    shapes: optional(array(shape, 'not a list'), []),
  },
  'not an object',
);
const formsFile = openObject({ [FORMS_KEY]: optional(array(form, 'not a list of tables'), []) });

/** How tables are brought into form, as a mapping file says. Throws `mapping-invalid` with the place and what is wrong there. */
export const parseForms = (json: unknown): TableForm[] =>
  is(plainObject(), json) ? parsePart(formsFile, json)[FORMS_KEY] : [];

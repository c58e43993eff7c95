import { ENCODINGS, isEncoding } from '../domain/encodings';
import { AppError } from '../domain/errors';
import { ROLES, type Role } from '../domain/roles';
import type { Shape } from '../domain/shape';
import type { TableForm } from '../domain/table-form';

/** The key of a mapping file under which the forms of tables stand, beside the roles. */
export const FORMS_KEY = 'tables';

const invalid = (where: string, problem: string): AppError => new AppError('mapping-invalid', { where, problem });
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** How tables are brought into form, as a mapping file says. Throws `mapping-invalid` with the place and what is wrong there. */
export function parseForms(json: unknown): TableForm[] {
  const listed = isObject(json) ? json[FORMS_KEY] : undefined;
  if (listed === undefined) return [];
  if (!Array.isArray(listed)) throw invalid(FORMS_KEY, 'not a list of tables');
  return listed.map((entry, at) => parseForm(entry, `${FORMS_KEY}.${at}`));
}

function parseForm(entry: unknown, where: string): TableForm {
  if (!isObject(entry)) throw invalid(where, 'not an object');
  const { table, roles = [], encoding, shapes = [], ...unknown } = entry;
  for (const key of Object.keys(unknown)) throw invalid(`${where}.${key}`, 'unknown');
  if (!isName(table)) throw invalid(`${where}.table`, 'missing');
  if (!Array.isArray(roles) || !roles.every((role) => (ROLES as readonly unknown[]).includes(role)))
    throw invalid(`${where}.roles`, `not a list of ${ROLES.join(', ')}`);
  if (encoding !== undefined && !(typeof encoding === 'string' && isEncoding(encoding)))
    throw invalid(
      `${where}.encoding`,
      `cannot be ${JSON.stringify(encoding)}: one of ${Object.keys(ENCODINGS).join(', ')}`,
    );
  if (!Array.isArray(shapes)) throw invalid(`${where}.shapes`, 'not a list');
  return {
    table,
    roles: roles as Role[],
    ...(encoding === undefined ? {} : { encoding }),
    shapes: shapes.map((shape, at) => parseShape(shape, `${where}.shapes.${at}`)),
  };
}

function parseShape(entry: unknown, where: string): Shape {
  if (!isObject(entry)) throw invalid(where, 'not an object');
  if ('join' in entry) return parseJoin(entry, where);
  if ('baskets' in entry) return parseBaskets(entry, where);
  if ('fill' in entry) return parseFill(entry, where);
  if (!('long' in entry)) throw invalid(where, 'neither "join" nor "long"');
  const { long, name, value, ...unknown } = entry;
  for (const key of Object.keys(unknown)) throw invalid(`${where}.${key}`, 'unknown');
  checkColumns(long, `${where}.long`);
  if (!isName(name)) throw invalid(`${where}.name`, 'missing');
  if (!isName(value)) throw invalid(`${where}.value`, 'missing');
  return { kind: 'long', columns: long, nameHeader: name, valueHeader: value };
}

function checkColumns(columns: unknown, where: string): asserts columns is string[] {
  if (!Array.isArray(columns) || columns.length === 0 || !columns.every(isName))
    throw invalid(where, 'not a list of columns');
}

function parseBaskets(entry: Readonly<Record<string, unknown>>, where: string): Shape {
  const { baskets, items, order = null, product, ...unknown } = entry;
  for (const key of Object.keys(unknown)) throw invalid(`${where}.${key}`, 'unknown');
  checkColumns(baskets, `${where}.baskets`);
  if (items !== 'cells' && items !== 'headings') throw invalid(`${where}.items`, 'neither "cells" nor "headings"');
  if (order !== null && !isName(order)) throw invalid(`${where}.order`, 'not the name of a column');
  if (!isName(product)) throw invalid(`${where}.product`, 'missing');
  return { kind: 'baskets', columns: baskets, items, orderHeader: order, productHeader: product };
}

function parseFill(entry: Readonly<Record<string, unknown>>, where: string): Shape {
  const { fill, ...unknown } = entry;
  for (const key of Object.keys(unknown)) throw invalid(`${where}.${key}`, 'unknown');
  checkColumns(fill, `${where}.fill`);
  return { kind: 'fill', columns: fill };
}

function parseJoin(entry: Readonly<Record<string, unknown>>, where: string): Shape {
  const { join, column, key, same = {}, ...unknown } = entry;
  for (const name of Object.keys(unknown)) throw invalid(`${where}.${name}`, 'unknown');
  if (!isName(join)) throw invalid(`${where}.join`, 'not the name of a table');
  if (!isName(column)) throw invalid(`${where}.column`, 'missing');
  if (!isName(key)) throw invalid(`${where}.key`, 'missing');
  if (!isObject(same) || !Object.values(same).every((to) => typeof to === 'string'))
    throw invalid(`${where}.same`, 'not an object of spellings and what they mean');
  return { kind: 'join', with: join, column, withColumn: key, same: same as Record<string, string> };
}

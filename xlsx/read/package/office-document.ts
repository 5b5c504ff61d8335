import { ok } from '../../../core/result.ts';
import type { FileLook } from '../../../core/rules/files.ts';
import { damaged, foreign, type ReadResult } from '../file-finding.ts';
import type { Archive } from '../zip/archive.ts';
import { CONTENT_TYPES_PART, readContentTypes } from './content-types.ts';
import { type Relationship, readRelationships, relationshipsOf } from './relationships.ts';

/** Where a package keeps its workbook, and its core and extended properties. */
export interface OfficeDocument {
  readonly part: string;
  readonly properties: string | null;
  readonly extended: string | null;
}

/** Workbooks and templates, with macros or without; macros are parts that nobody reads. */
const WORKBOOK_TYPE =
  /^application\/vnd\.(openxmlformats-officedocument\.spreadsheetml\.(sheet|template)|ms-excel\.(sheet|template)\.macroenabled)\.main\+xml$/;
const OTHER_LOOKS: readonly (readonly [RegExp, FileLook])[] = [
  [/^application\/vnd\.ms-excel\.(sheet|template)\.binary/, 'xlsb'],
  [/wordprocessingml|ms-word/, 'word'],
];
const MIMETYPE_PART = 'mimetype';
const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/** Finds the workbook of a package by its relationships and content types; what else a zip can be is refused by its real kind. */
export function findOfficeDocument(archive: Archive): ReadResult<OfficeDocument> {
  if (!archive.has(CONTENT_TYPES_PART)) return foreignZip(archive);
  const content = archive.read(CONTENT_TYPES_PART);
  if (!content.ok) return content;
  const typeOf = readContentTypes(content.value, CONTENT_TYPES_PART);
  if (!typeOf) return damaged(CONTENT_TYPES_PART);
  const related = readRelated(archive, '');
  if (!related.ok) return related;
  const part = related.value.find(({ type }) => type === 'officeDocument')?.target;
  if (part === null || part === undefined) return damaged(relationshipsOf(''));
  const type = typeOf(part) ?? '';
  const look = OTHER_LOOKS.find(([pattern]) => pattern.test(type))?.[1];
  if (look) return foreign(look);
  if (type !== '' && !WORKBOOK_TYPE.test(type) && type !== 'application/xml') return foreign('zip');
  if (!WORKBOOK_TYPE.test(type)) return damaged(CONTENT_TYPES_PART);
  const target = (...types: readonly string[]) => related.value.find((one) => types.includes(one.type))?.target ?? null;
  return ok({ part, properties: target('core-properties'), extended: target('extended-properties', 'extendedProperties') });
}

/** The relationships of a part (its key; '' is the package). */
export function readRelated(archive: Archive, part: string): ReadResult<readonly Relationship[]> {
  const key = relationshipsOf(part);
  const content = archive.read(key);
  if (!content.ok) return content;
  const relationships = readRelationships(content.value, part);
  return relationships ? ok(relationships) : damaged(key);
}

function foreignZip(archive: Archive): ReadResult<never> {
  const mimetype = archive.has(MIMETYPE_PART) ? archive.read(MIMETYPE_PART) : null;
  const text = mimetype?.ok ? String.fromCharCode(...mimetype.value.subarray(0, ODS.length)) : '';
  if (text === ODS) return foreign('ods');
  return archive.has('xl/workbook.xml') ? damaged(CONTENT_TYPES_PART) : foreign('zip');
}

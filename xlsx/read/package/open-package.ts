import { ok } from '../../../core/result.ts';
import { damaged, exceeding, type ReadResult } from '../file-finding.ts';
import { MOST_FILE_BYTES } from '../limits.ts';
import { readWorkbookPart, type WorkbookPart } from '../sheet/workbook-part.ts';
import { beginsAsZip, foreignFile } from '../sniff/foreign-file.ts';
import { type Archive, openArchive } from '../zip/archive.ts';
import type { Unpacking } from '../zip/unpacking.ts';
import { findOfficeDocument, readRelated } from './office-document.ts';
import type { Relationship } from './relationships.ts';

/** A workbook's package: its zip, its workbook part and what that points at. */
export interface WorkbookPackage {
  readonly archive: Archive;
  /** The key of the workbook part, and of the core and extended properties where there are some. */
  readonly part: string;
  readonly properties: string | null;
  readonly extended: string | null;
  readonly workbook: WorkbookPart;
  readonly related: readonly Relationship[];
}

/** Opens the bytes of a file as a workbook's package, or says why they are none. */
export function openPackage(bytes: Uint8Array, unpacking: Unpacking): ReadResult<WorkbookPackage> {
  if (bytes.length > MOST_FILE_BYTES) return exceeding('file-bytes', MOST_FILE_BYTES);
  if (!beginsAsZip(bytes)) return foreignFile(bytes);
  const archive = openArchive(bytes, unpacking);
  if (!archive.ok) return archive;
  const document = findOfficeDocument(archive.value);
  if (!document.ok) return document;
  const { part, properties, extended } = document.value;
  const content = archive.value.read(part);
  if (!content.ok) return content;
  const workbook = readWorkbookPart(content.value, part);
  if (!workbook) return damaged(part);
  const related = readRelated(archive.value, part);
  return related.ok ? ok({ archive: archive.value, part, properties, extended, workbook, related: related.value }) : related;
}

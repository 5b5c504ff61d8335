import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { checkDocument } from '../../../templates/checking/check-document.ts';
import { readDocument } from '../../../templates/checking/read-document.ts';
import { STORED } from '../../support/stored-zip.ts';
import { aReportRequest } from '../report/a-built-report.ts';

export const DOCUMENT = 'word/document.xml';
export type Change = (text: string) => string;

/** A package with some of its parts written anew; a change that changes nothing is a fault of the test. */
export function rewritten(bytes: Uint8Array, changes: Readonly<Record<string, Change>>): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, change] of Object.entries(changes)) {
    const before = strFromU8(parts[name]!);
    const after = change(before);
    if (after === before) throw new Error(`nothing was changed in ${name}`);
    parts[name] = strToU8(after);
  }
  return zipSync(parts, STORED);
}

/** What a check says of this report of 2026. */
export function checkedReport(bytes: Uint8Array) {
  const printed = readDocument(bytes);
  if (!printed) throw new Error('no document');
  return checkDocument(printed, aReportRequest('2026'));
}

/** Something done to the run that a bookmark covers. */
export const atRunOf =
  (name: string, change: (run: string) => string): Change =>
  (xml) => {
    const at = xml.indexOf(`w:name="${name}"`);
    const [from, to] = [xml.indexOf('<w:r>', at), xml.indexOf('</w:r>', at) + '</w:r>'.length];
    return xml.slice(0, from) + change(xml.slice(from, to)) + xml.slice(to);
  };

/** Something done to the paragraph or the row in which a bookmark begins. */
export const around =
  (element: 'w:p' | 'w:tr' | 'w:tc' | 'w:tbl', name: string, change: (whole: string) => string): Change =>
  (xml) => {
    const at = xml.indexOf(`w:name="${name}"`);
    const [from, to] = [xml.lastIndexOf(`<${element}>`, at), xml.indexOf(`</${element}>`, at) + `</${element}>`.length];
    return xml.slice(0, from) + change(xml.slice(from, to)) + xml.slice(to);
  };

export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** Something added behind all that stands in the body. */
export const beforeEnd =
  (added: string): Change =>
  (xml) =>
    xml.replace(/(<w:sectPr(?:(?!<w:sectPr).)*<\/w:body>)/s, `${added}$1`);

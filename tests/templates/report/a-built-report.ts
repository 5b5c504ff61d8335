import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Matrix } from '../../../core/matrix.ts';
import type { Report } from '../../../core/report.ts';
import { buildReport } from '../../../templates/report/build-report.ts';
import type { ReportRequest } from '../../../templates/report/report-request.ts';
import { brokenParts } from '../../support/strict-xml.ts';
import { aRequest } from '../appendix/a-built-appendix.ts';

/** A report of a period that made-up agencies have reported, or some reports of the test's own. */
export function aReportRequest(period: string, reports?: readonly Report[], previous: Matrix | null = null): ReportRequest {
  const { obligations, matrix, received } = aRequest(period, reports, previous);
  return {
    obligations,
    matrix,
    previous,
    reports: received.map(({ report }) => report),
    signing: {},
    reportText: {},
    rows: 'due',
    annexOfNames: 'without',
    annexOfSources: 'without',
  };
}

export interface OpenedDocument {
  readonly bytes: Uint8Array;
  readonly parts: Readonly<Record<string, string>>;
  readonly xml: string;
  /** The texts of paragraphs, those in tables among them. */
  readonly paragraphs: readonly string[];
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Tables with lines, row by row. */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

export const aBuiltReport = async (request: ReportRequest): Promise<OpenedDocument> => openedDocument(await buildReport(request));

/** A .docx as paper shows it, read by nothing of the project; a part that is no well-formed XML throws. */
export function openedDocument(bytes: Uint8Array): OpenedDocument {
  const entries = unzipSync(bytes);
  const parts = Object.fromEntries(
    Object.entries(entries).flatMap(([name, part]) => (/\.(xml|rels)$/.test(name) ? [[name, strFromU8(part)]] : [])),
  );
  const [broken] = brokenParts(bytes);
  if (broken) throw new Error(broken);
  const xml = parts['word/document.xml'] ?? '';
  return { bytes, parts, xml, ...contentOf(xml) };
}

function contentOf(xml: string): Pick<OpenedDocument, 'paragraphs' | 'bookmarks' | 'tables'> {
  const paragraphs: string[] = [];
  const bookmarks = new Map<string, string>();
  const tables: string[][][] = [];
  const open = new Map<string, string>();
  let isText = false;
  const add = (text: string): void => {
    paragraphs.push(`${paragraphs.pop() ?? ''}${text}`);
    const row = tables.at(-1)?.at(-1);
    if (row) row.push(`${row.pop() ?? ''}${text}`);
    for (const name of open.values()) bookmarks.set(name, (bookmarks.get(name) ?? '') + text);
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    isText = name === 'w:t';
    if (name === 'w:p') paragraphs.push('');
    if (name === 'w:br') add('\n');
    if (name === 'w:tbl') tables.push([]);
    if (name === 'w:tr') tables.at(-1)?.push([]);
    if (name === 'w:tc') tables.at(-1)?.at(-1)?.push('');
    if (name === 'w:bookmarkEnd') open.delete(String(attributes['w:id']));
    if (name !== 'w:bookmarkStart') return;
    const mark = String(attributes['w:name']);
    if (bookmarks.has(mark)) throw new Error(`[bookmark] "${mark}": twice`);
    open.set(String(attributes['w:id']), mark);
    bookmarks.set(mark, '');
  });
  parser.on('closetag', ({ name }) => {
    isText &&= name !== 'w:t';
  });
  parser.on('text', (text) => {
    if (isText) add(text);
  });
  parser.write(xml).close();
  return { paragraphs, bookmarks, tables };
}

import { Paragraph } from 'docx';
import { abstractOf, narrativeOf } from '../../core/report-text/narrative.ts';
import type { OfficialTable } from '../../core/report-text/official-table.ts';
import { addressLine, REPORT_TITLE, reportHead } from '../../core/report-text/paper-head.ts';
import { namesTable } from '../official/names-table.ts';
import { planTables } from '../official/plan-tables.ts';
import { sourcesTable } from '../official/sources-table.ts';
import { annexHead, annexTable } from './annex-table.ts';
import { bodyBlocks } from './body-blocks.ts';
import { documentSection, framedDocument } from './document-frame.ts';
import { WIDE_TEXT_WIDTH } from './docx-look.ts';
import { type DocumentText, documentText } from './docx-text.ts';
import { letterheadBlock } from './letterhead-block.ts';
import { narrativeContext, type ReportRequest } from './report-request.ts';
import { sealDocument } from './seal-document.ts';
import { signatureBlock } from './signature-block.ts';

/**
 * The province's report with the plan's tables as .docx bytes (contract, "The report"): the same bytes for the same request on every
 * machine.
 */
export async function buildReport(request: ReportRequest): Promise<Uint8Array> {
  const { obligations, matrix, reports, signing, rows } = request;
  const head = reportHead(obligations.plan, obligations.agency, signing);
  const ground = narrativeContext(request, head.issuerInText);
  const text = documentText();
  const centred = (words: string, size = 14) => text.paragraph([words], { align: 'centre', bold: true, size });
  const body = documentSection('portrait', [
    letterheadBlock(head, text),
    text.paragraph([REPORT_TITLE], { align: 'centre', bold: true, before: 18 }),
    centred(abstractOf(ground)),
    ...addressed(addressLine(head.addressees), text),
    ...bodyBlocks(narrativeOf(ground), obligations.plan, text),
    new Paragraph({ spacing: { before: 120 }, keepNext: true }),
    signatureBlock(head, text),
  ]);
  const official = { obligations, matrix, reports, head, rows };
  const names = request.annexOfNames === 'with' ? [namesTable(official)].filter(({ lines }) => lines.length > 0) : [];
  const sources =
    request.annexOfSources === 'with' ? [sourcesTable({ ...official, receipts: request.receipts ?? new Map(), before: names })] : [];
  const annexes = [...planTables(official), ...names, ...sources].map((table) => annexSection(table, text));
  return sealDocument(framedDocument(abstractOf(ground), [body, ...annexes]), new Date(matrix.asOf));
}

/** A landscape section with one annex. */
const annexSection = (table: OfficialTable, text: DocumentText) =>
  documentSection('landscape', [...annexHead(table, text), annexTable(table, WIDE_TEXT_WIDTH, text), text.paragraph([], { pitch: 1 })]);

const addressed = (line: string, text: DocumentText): Paragraph[] =>
  line === '' ? [] : [text.paragraph([line], { align: 'centre', before: 12, after: 6 })];

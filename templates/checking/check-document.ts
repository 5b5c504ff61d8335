import { abstractOf, narrativeOf } from '../../core/report-text/narrative.ts';
import { printedParts, type ReportBlock } from '../../core/report-text/narrative-context.ts';
import type { OfficialTable } from '../../core/report-text/official-table.ts';
import { addressLine, frameWords, REPORT_TITLE, reportHead } from '../../core/report-text/paper-head.ts';
import { type NamedFigure, type TextPart, VERDICT_FIELD } from '../../core/report-text/text-part.ts';
import { toNfc } from '../../core/text.ts';
import { citedAs } from '../../core/wording/names.ts';
import { headingAfter } from '../official/heading-after.ts';
import { namesTable } from '../official/names-table.ts';
import { planTables } from '../official/plan-tables.ts';
import { sourcesTable } from '../official/sources-table.ts';
import { printedText } from '../report/docx-text.ts';
import { narrativeContext, type ReportRequest } from '../report/report-request.ts';
import { type ResultBars, resultBars } from '../report/result-bars.ts';
import { checkCharts } from './check-charts.ts';
import { checkBeside, checkProse } from './check-prose.ts';
import { addedTables, checkOthers, checkTables } from './check-tables.ts';
import { type CheckedFigures, checkedFigures, type FigureDifference } from './difference.ts';
import type { PrintedDocument } from './printed-document.ts';
import { turnedShown } from './turned-text.ts';

/** A second bookmark of a name has a number behind it. */
const REPEATED = /^(.+__[A-Za-z]+)_\d+$/;

/**
 * Every figure of a report (.docx) worked out once more: what its bookmarks cover, the charts, and the tables that are signed cell by cell,
 * against what the reports come to. The charts and the figures of the tables that are signed must all be there.
 */
export function checkDocument(document: PrintedDocument, request: ReportRequest): CheckedFigures {
  const { bookmarks: printed, charts, tables } = document;
  const { computed, bars, official, annexes, paragraphs, order, free, frame } = expectedOf(request);
  const rows = [...request.matrix.indicators, ...request.matrix.tasks].map(({ id }) => id);
  const placeOf = (name: string): string => {
    const row = rows.find((id) => name.startsWith(`${id.replaceAll('.', '_')}__`));
    return row === undefined ? name : `${citedAs(row)} (${row}, ${name})`;
  };
  const wantedAt = (name: string): string | null => computed.get(name) ?? computed.get(REPEATED.exec(name)?.[1] ?? '') ?? null;
  const ours = [...printed].filter(([name]) => name.includes('__'));
  const changed = ours.flatMap(([name, text]): FigureDifference[] => {
    const wanted = wantedAt(name);
    return wanted === text ? [] : [{ place: placeOf(name), printed: text, computed: wanted }];
  });
  const lost = signedFigures(request).flatMap(({ name, text }): FigureDifference[] =>
    printed.has(name) ? [] : [{ place: placeOf(name), printed: null, computed: text }],
  );
  const told = new Set(ours.filter(([name, text]) => wantedAt(name) !== text).map(([name]) => name));
  const drawn = checkCharts(charts, bars);
  const verdicts = new Set([...computed].flatMap(([name, text]) => (name.includes(VERDICT_FIELD) ? [text] : [])));
  const wantedProse = { paragraphs, free, order, placeOf, computed: wantedAt, told, verdicts };
  const prose = checkProse(document.paragraphs, wantedProse);
  const beside = checkBeside(document.beside, wantedProse);
  return checkedFigures(
    ours.length + drawn.count,
    [
      ...changed,
      ...lost,
      ...checkTables(tables, official, told),
      ...checkOthers(document.others, official, annexes),
      ...prose.differences,
      ...beside.differences,
      ...drawn.differences,
    ],
    (one) => one,
    [...prose.added, ...beside.added, ...addedTables(document, annexes, frame), ...document.unread],
  );
}

interface ExpectedReport {
  readonly computed: ReadonlyMap<string, string>;
  readonly bars: readonly ResultBars[];
  readonly official: readonly OfficialTable[];
  /** The annexes of names and of sources. */
  readonly annexes: readonly OfficialTable[];
  readonly paragraphs: readonly (readonly TextPart[])[];
  /** The paragraphs of the wording in force, one after the other. */
  readonly order: readonly (readonly TextPart[])[];
  /** Lines that are settled by who signs. */
  readonly free: readonly string[];
  /** The words of letterhead and signature. */
  readonly frame: readonly string[];
}

/** What the plan's tables say of the rows that the period asks for: no setting words it otherwise, or leaves it out. */
function signedFigures({ obligations, matrix, reports, signing }: ReportRequest): NamedFigure[] {
  const head = reportHead(obligations.plan, obligations.agency, signing);
  return planTables({ obligations, matrix, reports, head, rows: 'due' }).flatMap(partsOf).flat().filter(isFigure);
}

/** All that a report of this request may show, figures by name, in the usual wording: it has every field of every sentence. */
function expectedOf(request: ReportRequest): ExpectedReport {
  const { obligations, matrix, reports, signing } = request;
  const head = reportHead(obligations.plan, obligations.agency, signing);
  const [narrative, inForce] = [{}, request.reportText].map((reportText) =>
    narrativeOf(narrativeContext({ ...request, reportText }, head.issuerInText)),
  ) as [ReportBlock[], ReportBlock[]]; // of two
  const all = { obligations, matrix, reports, head, rows: 'all' } as const;
  const official = planTables(all);
  const names = namesTable(all);
  const annexes = [names, sourcesTable({ ...all, receipts: request.receipts ?? new Map(), before: [] })];
  const sourcesBehindNames = headingAfter([...obligations.plan.appendices, names]); // the sources' annex, where both are printed
  const texts: readonly (readonly TextPart[])[] = [
    ...narrative.flatMap((block) => ('parts' in block ? [block.parts] : [])),
    ...[...official, ...annexes].flatMap(partsOf),
  ];
  const figures = texts.flat().filter(isFigure);
  return {
    computed: new Map(figures.map((figure) => [figure.name, turnedShown(toNfc(printedText(figure)))])),
    bars: narrative.flatMap((block) => (block.kind === 'chart' ? (resultBars(block.of, obligations.plan) ?? []) : [])),
    official,
    annexes,
    paragraphs: [
      [REPORT_TITLE],
      [abstractOf(narrativeContext(request, head.issuerInText))],
      ...narrative.flatMap(wordsOf),
      ...inForce.flatMap(wordsOf),
      ...[...official, ...annexes].flatMap(headOf),
      [sourcesBehindNames],
    ],
    order: inForce.flatMap(wordsOf),
    free: [addressLine(head.addressees)],
    frame: frameWords(head),
  };
}

const wordsOf = (block: ReportBlock): (readonly TextPart[])[] => (block.kind === 'chart' ? [] : [printedParts(block)]);

/** The lines over a table. */
const headOf = ({ heading, titles, attached }: OfficialTable): (readonly TextPart[])[] =>
  [heading, ...titles, attached].map((line) => [line]);

const partsOf = ({ lines }: OfficialTable): (readonly TextPart[])[] => lines.flatMap((line) => ('cells' in line ? [...line.cells] : []));
const isFigure = (part: TextPart): part is NamedFigure => typeof part !== 'string';

import { narrativeOf } from '../../core/report-text/narrative.ts';
import type { OfficialTable } from '../../core/report-text/official-table.ts';
import { reportHead } from '../../core/report-text/paper-head.ts';
import type { NamedFigure, TextPart } from '../../core/report-text/text-part.ts';
import { toNfc } from '../../core/text.ts';
import { citedAs } from '../../core/wording/names.ts';
import { namesTable } from '../official/names-table.ts';
import { planTables } from '../official/plan-tables.ts';
import { sourcesTable } from '../official/sources-table.ts';
import { narrativeContext, type ReportRequest } from '../report/report-request.ts';
import { type CheckedFigures, checkedFigures, type FigureDifference } from './difference.ts';

/** A second bookmark of a name has a number behind it. */
const REPEATED = /^(.+__[A-Za-z]+)_\d+$/;

/**
 * Every figure of a report (.docx) worked out once more: what its bookmarks cover (`bookmarkTexts`) against what the reports come to.
 * The figures of the tables that are signed must all be there.
 */
export function checkDocument(printed: ReadonlyMap<string, string>, request: ReportRequest): CheckedFigures {
  const computed = figuresOf(request);
  const rows = [...request.matrix.indicators, ...request.matrix.tasks].map(({ id }) => id);
  const placeOf = (name: string): string => {
    const row = rows.find((id) => name.startsWith(`${id.replaceAll('.', '_')}__`));
    return row === undefined ? name : `${citedAs(row)} (${row}, ${name})`;
  };
  const ours = [...printed].filter(([name]) => name.includes('__'));
  const changed = ours.flatMap(([name, text]): FigureDifference[] => {
    const wanted = computed.get(name) ?? computed.get(REPEATED.exec(name)?.[1] ?? '') ?? null;
    return wanted === text ? [] : [{ place: placeOf(name), printed: text, computed: wanted }];
  });
  const lost = signedFigures(request).flatMap(({ name, text }): FigureDifference[] =>
    printed.has(name) ? [] : [{ place: placeOf(name), printed: null, computed: text }],
  );
  return checkedFigures(ours.length, [...changed, ...lost], (one) => one);
}

/** What the plan's tables say of the rows that the period asks for: no setting words it otherwise, or leaves it out. */
function signedFigures({ obligations, matrix, reports, signing }: ReportRequest): NamedFigure[] {
  const head = reportHead(obligations.plan, obligations.agency, signing);
  return planTables({ obligations, matrix, reports, head, rows: 'due' }).flatMap(partsOf).flat().filter(isFigure);
}

/** All figures that a report of this request may show, by name, in the usual wording: it has every field of every sentence. */
function figuresOf(request: ReportRequest): ReadonlyMap<string, string> {
  const { obligations, matrix, reports, signing } = request;
  const head = reportHead(obligations.plan, obligations.agency, signing);
  const ground = narrativeContext({ ...request, reportText: {} }, head.issuerInText);
  const official = { obligations, matrix, reports, head, rows: 'all' } as const;
  const sources = sourcesTable({ ...official, receipts: new Map(), before: [] });
  const texts: readonly (readonly TextPart[])[] = [
    ...narrativeOf(ground).flatMap((block) => ('parts' in block ? [block.parts] : [])),
    ...[...planTables(official), namesTable(official), sources].flatMap(partsOf),
  ];
  return new Map(
    texts
      .flat()
      .filter(isFigure)
      .map(({ name, text }) => [name, toNfc(text)]),
  );
}

const partsOf = ({ lines }: OfficialTable): (readonly TextPart[])[] => lines.flatMap((line) => ('cells' in line ? [...line.cells] : []));
const isFigure = (part: TextPart): part is NamedFigure => typeof part !== 'string';

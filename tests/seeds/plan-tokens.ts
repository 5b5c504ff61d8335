import { readFileSync } from 'node:fs';
import type { SheetLayout } from '../../core/layout.ts';
import type { Indicator, Plan, Task } from '../../core/plan/plan.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../support/plan-sheets.ts';

/** Words of a text as they stand between white space. */
export const tokensOf = (text: string): string[] => text.split(/\s+/).filter((token) => token !== '');

/** The plan's own text as it was taken from the printed pages. */
export const planText = readFileSync(`${__dirname}/../../seeds/ke-hoach.txt`, 'utf8');

/** Tokens of one appendix, from its heading to the next or to the end. */
export function appendixTokens(appendix: 'indicators' | 'tasks'): string[] {
  const [first, second] = [planText.indexOf('\nPhụ lục I \n'), planText.indexOf('\nPhụ lục II \n')];
  return tokensOf(appendix === 'indicators' ? planText.slice(first, second) : planText.slice(second));
}

/** A table header's words, from the headings that the form shows. */
export function headerTokens(appendix: 'indicators' | 'tasks'): string[] {
  const sheet: SheetLayout = appendix === 'indicators' ? INDICATOR_SHEET : TASK_SHEET;
  return sheet.columns.filter(({ role, field }) => role === 'plan' && field !== 'method').flatMap(({ header }) => tokensOf(header));
}

/** One printed row or heading: its name and the texts of its columns. */
export interface Printed {
  readonly where: string;
  readonly texts: readonly string[];
}

const indicatorTexts = (row: Indicator): string[] => [row.tt, row.name, row.targetText, row.leadsText, row.implementersText];
const taskTexts = (row: Task): string[] => [
  row.tt ?? '',
  row.name,
  row.leadsText,
  row.coordinatorsText,
  row.deliverable,
  row.timeframeText,
];

/** What the seed says is printed in an appendix, in the order of the page; table headers and page numbers are not the plan's text. */
export function printedOf(plan: Plan, appendix: 'indicators' | 'tasks'): Printed[] {
  const { heading = '', title = '', attached = '' } = plan.appendices.find(({ kind }) => kind === appendix) ?? {};
  const top = [heading, title, attached].map((text, k) => ({ where: `${appendix}.top.${k}`, texts: [text] }));
  if (appendix === 'tasks') {
    const sections = plan.sections.flatMap((section) => [
      { where: section.id, texts: [section.id, section.title] },
      ...plan.tasks.filter((row) => row.section === section.id).map((row) => ({ where: row.id, texts: taskTexts(row) })),
    ]);
    return [...top, ...sections];
  }
  const phases = plan.phases.flatMap((phase) => [
    { where: phase.id, texts: [phase.tt, phase.title] },
    ...plan.groups
      .filter((group) => group.phase === phase.id)
      .flatMap((group) => [
        { where: group.id, texts: [group.id, group.title] },
        ...plan.indicators.filter((row) => row.group === group.id).map((row) => ({ where: row.id, texts: indicatorTexts(row) })),
      ]),
  ]);
  return [...top, ...phases];
}

/** How often each token stands. */
export function countOf(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** Where the table header begins in the tokens. */
export function headersIn(tokens: readonly string[], header: readonly string[]): number[] {
  return tokens.flatMap((_, k) => (header.every((token, j) => tokens[k + j] === token) ? [k] : []));
}

/** The tokens without table headers and without the page number that stands before one of them. */
export function withoutHeaders(tokens: readonly string[], header: readonly string[], pages: readonly string[]): string[] {
  const dropped = new Set<number>();
  for (const start of headersIn(tokens, header)) {
    for (let k = 0; k < header.length; k++) dropped.add(start + k);
    if (pages.includes(tokens[start - 1] ?? '')) dropped.add(start - 1);
  }
  return tokens.filter((_, k) => !dropped.has(k));
}

/** Whether all of `part` stands in `whole` in its own order. */
export function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let found = 0;
  for (const token of whole) if (token === part[found]) found++;
  return found === part.length;
}

import type { RowId } from '../plan.ts';

/** What each rule knows of the thing it found: the wording speaks from these alone. Sheet and cell stand on the finding. */
export interface FactsByRule {
  // the file
  'not-a-workbook': { readonly looksLike: FileLook };
  encrypted: Empty;
  'damaged-workbook': { readonly part: string };
  'over-limits': { readonly limit: 'file-bytes' | 'unpacked-bytes' | 'cells' | 'parts'; readonly allowed: number };
  'unreadable-file': { readonly why: 'not-opened' | 'folder' | 'no-file' | 'unforeseen' };
  'reading-took-too-long': Empty;
  // whose it is
  'identity-missing': Empty;
  'identity-ambiguous': { readonly titles: readonly string[] };
  'identity-other-plan': { readonly found: string };
  'identity-other-period': { readonly found: string; readonly expected: string | null };
  'identity-unknown-agency': { readonly found: string };
  'identity-inactive-agency': { readonly name: string };
  'identity-other-agency': { readonly found: string; readonly expected: string };
  'identity-layout-version': { readonly found: string; readonly expected: string };
  /** `workbooks`: how many different contents the files have. */
  'two-workbooks': { readonly files: readonly string[]; readonly counted: string; readonly workbooks: number };
  'two-workbooks-unclear': { readonly files: readonly string[] };
  // sheets, columns, rows
  'sheet-missing': { readonly title: string };
  'sheet-copy': { readonly counted: string };
  'sheet-ambiguous': { readonly titles: readonly string[] };
  'column-missing': { readonly header: string };
  'column-twice': { readonly header: string };
  'locked-column-missing': { readonly header: string };
  'heading-differs': { readonly text: string; readonly expected: string };
  'row-missing': Empty;
  'row-twice': { readonly first: string };
  'row-unknown': { readonly id: string | null };
  'row-mixed-up': { readonly other: RowId };
  'row-not-owed': Empty;
  'hidden-rows-read': { readonly count: number };
  'more-problems': { readonly count: number };
  // cells
  formula: Empty;
  'formula-not-calculated': Empty;
  'cell-error': { readonly error: string };
  'merged-input': { readonly area: string };
  'shown-otherwise': { readonly as: 'struck' | 'text'; readonly shown: string };
  'plan-text-changed': Empty;
  'locked-cell-changed': Empty;
  'count-as-text': { readonly text: string; readonly count: number };
  'count-not-a-number': { readonly text: string };
  'count-is-a-date': { readonly date: string; readonly day: number; readonly month: number };
  'count-is-a-percent': { readonly shown: string };
  'count-negative': { readonly value: number };
  'count-fractional': { readonly value: number };
  'count-too-large': { readonly value: number; readonly most: number };
  'word-unknown': { readonly text: string; readonly choices: readonly string[] };
  'level-unknown': { readonly text: string };
  'status-needed': Empty;
  'progress-as-text': { readonly text: string; readonly percent: number };
  'progress-not-a-number': { readonly text: string };
  'progress-negative': { readonly value: number };
  'progress-part-or-percent': { readonly value: number };
  'progress-above-whole': { readonly percent: number; readonly meant: number | null };
  'date-as-text': { readonly text: string; readonly date: string };
  'date-as-number': { readonly value: number; readonly date: string };
  'date-not-read': { readonly text: string };
  'date-ahead': { readonly date: string; readonly today: string };
  'text-is-a-date': { readonly text: string };
  'text-too-long': { readonly length: number; readonly most: number };
  'legacy-font': { readonly text: string };
  // the report
  'part-within-whole': { readonly numerator: number; readonly denominator: number };
  'both-counts': { readonly missing: 'numerator' | 'denominator' };
  'whole-not-zero': Empty;
  /** `of`: the figure's name. */
  'figure-needed': { readonly of: string };
  'nothing-arose-with-figure': Empty;
  'no-figure-with-figure': Empty;
  'no-figure-explained': Empty;
  'row-left-blank': Empty;
  'nothing-filled': Empty;
  'done-with-evidence': Empty;
  'progress-fits-status': { readonly status: string; readonly percent: number };
  'fell-since-last-period': { readonly points: string; readonly before: string; readonly now: string; readonly period: string };
  'lead-not-relevant': Empty;
  /** `explained`: whether `Giải trình` says something, be it of this or of another thing. */
  'changed-hundredfold': { readonly before: number; readonly now: number; readonly period: string; readonly explained: boolean };
  'same-as-another': { readonly agency: string; readonly rows: number };
  /** `reported`: how many others reported a figure, `others`: what their denominators come to. */
  'outweighs-others': { readonly denominator: number; readonly others: number; readonly reported: number };
}

type Empty = Readonly<Record<never, never>>;

/** What a file that is no workbook really is, by its first bytes. */
export type FileLook = 'empty' | 'text' | 'csv' | 'html' | 'xml-2003' | 'xls' | 'xlsb' | 'ods' | 'word' | 'pdf' | 'zip' | 'unknown';

export type RuleId = keyof FactsByRule;

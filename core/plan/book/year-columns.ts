import type { Header } from '../../adopting/recognition.ts';
import type { SheetView } from '../../adopting/sheet-view.ts';

/** Where a pasted table says its targets: the one that counts in the end, and those of single years. */
export interface TargetColumns {
  readonly target: number;
  /** How the plan heads it; null where its own cell says so. */
  readonly heading: string | null;
  readonly years: ReadonlyMap<number, number>;
}

const YEAR = /(?<!\d)(20\d\d)(?!\d)/g;
const OF_TARGETS = /mục tiêu|chỉ tiêu|kế hoạch|phấn đấu|lộ trình|giao/;
/** What was, not what is to be. */
const OF_BEFORE = /hiện trạng|thực hiện|thực trạng|ước|kết quả|đạt được|đơn vị|cơ quan|thời gian/;
const UNTIL = /đến|giai đoạn/;

/**
 * The columns of single years in the headings of a pasted table ("Mục tiêu 2026", or "Mục tiêu" above "2026" and "2027"); null where there
 * are not two of them. The target that counts in the end is one that no single year has ("Mục tiêu đến năm 2030"), else that of the last
 * year.
 */
export function targetColumns(view: SheetView, { top, bottom, columns }: Header): TargetColumns | null {
  const taken = new Set(Object.entries(columns).flatMap(([field, column]) => (field === 'target' ? [] : [column])));
  const rows = view.grid.rows.filter(({ number }) => number >= top && number <= bottom + 1);
  const numbers = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].filter((column) => !taken.has(column));
  const headings = numbers.map((column) => ({ column, ...headingAt(view, top, bottom, column) }));
  const targets = headings.filter(({ text }) => OF_TARGETS.test(text) && !OF_BEFORE.test(text));
  const yearly = targets.flatMap(({ column, text, year }) =>
    year === null || UNTIL.test(text.replace(OF_TARGETS, '')) ? [] : [[year, column] as const],
  );
  const years = new Map(yearly.toSorted(([one], [other]) => one - other));
  if (years.size < 2) return null;
  const last = targets.find(({ column }) => !yearly.some(([, own]) => own === column));
  const target = last?.column ?? [...years.values()].at(-1) ?? 0;
  const heading = headings.find(({ column }) => column === target)?.shown ?? null;
  return { target, heading, years };
}

/** What a column is called in one row, or in two of which the upper one is merged or stands at its left. */
function headingAt(view: SheetView, top: number, bottom: number, column: number) {
  const own = view.own(top, column);
  const lower =
    [bottom, bottom + 1]
      .filter((row) => row > top)
      .map((row) => view.own(row, column))
      .find((text) => /^(?:năm )?20\d\d$/i.test(text)) ?? '';
  const upper = own || (lower === '' ? '' : view.across(top, column) || leftOf(view, top, column));
  const shown = [upper, lower].filter((part) => part !== '').join(' ');
  const said = [...shown.matchAll(YEAR)].map(([year]) => Number(year));
  return { shown, text: shown.toLowerCase(), year: said.length === 1 ? (said[0] ?? null) : null };
}

/** A merge that got lost on the way leaves blank cells at the right of its text. */
function leftOf(view: SheetView, row: number, column: number): string {
  for (let at = column - 1; at > 0; at--) {
    const text = view.own(row, at);
    if (text !== '') return text;
  }
  return '';
}

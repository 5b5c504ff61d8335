import type { Header } from '../../adopting/recognition.ts';
import type { SheetView } from '../../adopting/sheet-view.ts';
import type { PeriodKind } from '../period.ts';
import { namedPeriod } from './named-period.ts';

/** Where a pasted table says its targets: the one that counts in the end, and those of single periods. */
export interface TargetColumns {
  readonly target: number;
  /** How the plan heads it; null where its own cell says so. */
  readonly heading: string | null;
  readonly periods: ReadonlyMap<string, number>;
}

/** As far as it matters here: the kinds of its periods, and its year where it has one alone. */
export interface PeriodsOfPlan {
  readonly kinds: readonly PeriodKind[];
  readonly year: number | null;
}

const YEAR = /(?<!\d)(20\d\d)(?!\d)/g;
const OF_TARGETS = /mục tiêu|chỉ tiêu|kế hoạch|phấn đấu|lộ trình|giao/;
/** What was, not what is to be. */
const OF_BEFORE = /hiện trạng|thực hiện|thực trạng|ước|kết quả|đạt được|đơn vị|cơ quan|thời gian/;
const UNTIL = /đến|giai đoạn/;

/**
 * The columns of single periods in the headings of a pasted table ("Mục tiêu 2026", or "Mục tiêu" above "2026" and "2027"; "Quý I" and
 * "Quý II" of a plan with quarters); null where there are not two of them. The target that counts in the end is one that no single period
 * has ("Mục tiêu đến năm 2030", "Kế hoạch năm 2026" beside its quarters), else that of the last one.
 */
export function targetColumns(view: SheetView, { top, bottom, columns }: Header, plan: PeriodsOfPlan): TargetColumns | null {
  const taken = new Set(Object.entries(columns).flatMap(([field, column]) => (field === 'target' ? [] : [column])));
  const rows = view.grid.rows.filter(({ number }) => number >= top && number <= bottom + 1);
  const numbers = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].filter((column) => !taken.has(column));
  // the lower of two rows of headings begins no row of the plan
  const lowers = columns.name !== undefined && view.own(bottom + 1, columns.name) === '' ? [bottom, bottom + 1] : [bottom];
  const headings = numbers
    .map((column) => ({ column, ...headingAt(view, top, lowers, column) }))
    .filter(({ text }) => !OF_BEFORE.test(text));
  const targets = headings.filter(({ text }) => OF_TARGETS.test(text));
  const yearOf = ({ years }: Heading): number | null => (years.length === 1 ? (years[0] ?? null) : null);
  const beside = targets.map(yearOf).find((year) => year !== null) ?? null;
  const within = headings.flatMap((heading): [string, number][] => {
    const year = yearOf(heading) ?? plan.year ?? beside;
    const named = year === null ? null : namedPeriod(heading.text, year);
    return named !== null && plan.kinds.includes(named.kind) ? [[named.period, heading.column]] : [];
  });
  const yearly = targets.flatMap((heading): [string, number][] => {
    const year = yearOf(heading);
    return year === null || UNTIL.test(heading.text.replace(OF_TARGETS, '')) || within.some(([, column]) => column === heading.column)
      ? []
      : [[String(year), heading.column]];
  });
  const named = new Map((within.length >= 2 ? within : yearly).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  if (named.size < 2) return null;
  const isOfOne = (column: number): boolean => [...named.values()].includes(column);
  const last = targets.find(({ column }) => !isOfOne(column));
  const target = last?.column ?? [...named.values()].at(-1) ?? 0;
  const heading = headings.find(({ column }) => column === target)?.shown ?? null;
  // single years of a plan that is not reported by year say nothing of any of its periods
  const periods = within.length >= 2 || plan.kinds.includes('year') ? named : new Map<string, number>();
  return { target, heading, periods };
}

/** What a column is called: as it is written, in small letters, and the years that it names. */
interface Heading {
  readonly shown: string;
  readonly text: string;
  readonly years: readonly number[];
}

/** In one row, or in two of which the upper one is merged or stands at its left. */
function headingAt(view: SheetView, top: number, lowers: readonly number[], column: number): Heading {
  const own = view.own(top, column);
  const lower =
    lowers
      .filter((row) => row > top)
      .map((row) => view.own(row, column))
      .find((text) => /^(?:năm )?20\d\d$/i.test(text) || namedPeriod(text.toLowerCase(), 2000) !== null) ?? '';
  const upper = own || (lower === '' ? '' : view.across(top, column) || leftOf(view, top, column));
  const shown = [upper, lower].filter((part) => part !== '').join(' ');
  return { shown, text: shown.toLowerCase(), years: [...shown.matchAll(YEAR)].map(([year]) => Number(year)) };
}

/** A merge that got lost on the way leaves blank cells at the right of its text. */
function leftOf(view: SheetView, row: number, column: number): string {
  for (let at = column - 1; at > 0; at--) {
    const text = view.own(row, at);
    if (text !== '') return text;
  }
  return '';
}

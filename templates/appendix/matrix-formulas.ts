import { fromDecimal } from '../../core/fraction.ts';
import type { IndicatorRow } from '../../core/matrix.ts';
import type { Indicator, Measure, Period } from '../../core/plan.ts';
import { VERDICT_WORDS } from '../../core/wording/labels.ts';
import { YES } from '../../core/words.ts';
import { SOURCE } from './source-names.ts';

/** Cells of one row of the matrix sheet that its formulas name. */
export interface RowCells {
  readonly id: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly result: string;
  readonly reported: string;
  readonly nothingArose: string;
  readonly obliged: string;
  /** The cell of the agency that states the row's figure; null where no column is its own. */
  readonly stated: string | null;
}

/** A row's totals as formulas over the sources; null where the kind of measure has none. */
export interface Totals {
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly result: string;
  /** Rate over all agencies, for information, where each must reach the target by itself. */
  readonly pooled: string | null;
}

type Of<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

const sum = (name: string, row: string, more = ''): string => `SUMIFS(${name},${SOURCE.row},${row}${more})`;
const count = (row: string, more: string): string => `COUNTIFS(${SOURCE.row},${row}${more})`;
const by = (agency: string): string => `,${SOURCE.agency},"${agency}"`;
const unless = (condition: string, formula: string): string => `IF(${condition},"",${formula})`;
const rateOf = ({ numerator, denominator }: RowCells): string => unless(`${denominator}=""`, `${numerator}/${denominator}`);

/** How each kind of measure adds up (contract, "Adding up"), in formulas of any spreadsheet program. */
const TOTALS: { readonly [K in Measure['kind']]: (measure: Of<K>, cells: RowCells) => Totals } = {
  'pooled-ratio': (_, cells) => ({
    numerator: unless(`${cells.reported}=0`, sum(SOURCE.numerator, cells.id)),
    denominator: unless(`${cells.reported}=0`, sum(SOURCE.denominator, cells.id)),
    result: rateOf(cells),
    pooled: null,
  }),
  'stated-ratio': ({ statedBy }, cells) => {
    const silent = `${count(cells.id, by(statedBy))}=0`;
    return {
      numerator: unless(silent, sum(SOURCE.numerator, cells.id, by(statedBy))),
      denominator: unless(silent, sum(SOURCE.denominator, cells.id, by(statedBy))),
      result: rateOf(cells),
      pooled: null,
    };
  },
  'share-of-agencies': (_, cells) => ({
    numerator: unless(`${cells.reported}=0`, count(cells.id, `,${SOURCE.value},"${YES}"`)),
    denominator: unless(`${cells.reported}=0`, `${cells.obliged}-${cells.nothingArose}`),
    result: rateOf(cells),
    pooled: null,
  }),
  'each-agency': (_, cells) => ({
    numerator: unless(`${cells.reported}=0`, count(cells.id, `,${SOURCE.meets},1`)),
    denominator: unless(`${cells.reported}=0`, `${cells.obliged}-${cells.nothingArose}`),
    result: rateOf(cells),
    pooled: unless(`${cells.reported}=0`, `${sum(SOURCE.numerator, cells.id)}/${sum(SOURCE.denominator, cells.id)}`),
  }),
  'stated-level': ({ statedBy }, cells) => ({
    numerator: null,
    denominator: null,
    result: unless(`${count(cells.id, by(statedBy))}=0`, sum(SOURCE.value, cells.id, by(statedBy))),
    pooled: null,
  }),
};

export function totalsOf<K extends Measure['kind']>(measure: Of<K>, cells: RowCells): Totals {
  const totals: (measure: Of<K>, cells: RowCells) => Totals = TOTALS[measure.kind as K]; // the kind picks its own line
  return totals(measure, cells);
}

/** The verdict worked out once more from the counts, unrounded, as anyone may check it. */
export function verdictFormula({ measure, due }: Indicator, period: Period, cells: RowCells): string {
  const short = due.startsWith(period) ? VERDICT_WORDS.missed : VERDICT_WORDS.below;
  const nothing = 'statedBy' in measure ? (cells.stated ? `${cells.stated}="–"` : 'FALSE') : `${cells.nothingArose}=${cells.obliged}`;
  const judged = `IF(${metCondition(measure, cells)},"${VERDICT_WORDS.met}","${short}")`;
  const silent = `IF(${nothing},"${VERDICT_WORDS['nothing-arose']}","${VERDICT_WORDS['not-reported']}")`;
  return `IF(${cells.obliged}=0,"${VERDICT_WORDS['not-due']}",IF(${cells.result}="",${silent},${judged}))`;
}

function metCondition(measure: Measure, { numerator, denominator, result }: RowCells): string {
  if (measure.kind === 'stated-level') return `${result}>=${measure.minLevel}`;
  if (measure.kind === 'each-agency') return `${numerator}>=${denominator}`;
  // 100·numerator ≥ target·denominator, with a target of 98,5 as 985/10: whole numbers alone
  const { num, den } = fromDecimal(measure.atLeastPercent);
  return `${100n * den}*${numerator}>=${num}*${denominator}`;
}

/** The values that the totals have; an empty text where there is no figure. */
export function totalValues({ result }: Pick<IndicatorRow, 'result'>): Record<keyof Totals, number | ''> {
  if (!result) return { numerator: '', denominator: '', result: '', pooled: '' };
  if ('level' in result) return { numerator: '', denominator: '', result: result.level, pooled: '' };
  if ('yes' in result) return { numerator: result.yes, denominator: result.obliged, result: result.yes / result.obliged, pooled: '' };
  if ('meeting' in result) {
    const { meeting, obliged, numerator, denominator } = result;
    return { numerator: meeting, denominator: obliged, result: meeting / obliged, pooled: numerator / denominator };
  }
  return { numerator: result.numerator, denominator: result.denominator, result: result.numerator / result.denominator, pooled: '' };
}

import { reaches } from '../../core/consolidate/tally.ts';
import { formatCount, formatPercent, percentOf } from '../../core/format.ts';
import { fromDecimal } from '../../core/fraction.ts';
import type { IndicatorCell } from '../../core/matrix.ts';
import type { Indicator, Period } from '../../core/plan.ts';
import { CELL_STATE_WORDS } from '../../core/wording/labels.ts';
import { NO, YES } from '../../core/words.ts';
import type { Tone } from './tone.ts';

export interface CellLook {
  readonly tone: Tone | 'not-owed' | 'no-figure';
  readonly sign: string;
  /** What stands under the sign; empty where there is no figure. */
  readonly short: string;
  /** The state in words, for whoever does not see colours or signs. */
  readonly word: string;
}

const NOT_OWED: CellLook = { tone: 'not-owed', sign: '', short: '', word: 'Không phải báo cáo' };
const SILENT = {
  'not-reported': { tone: 'missing', sign: '○', short: '', word: CELL_STATE_WORDS['not-reported'] },
  'nothing-arose': { tone: 'none', sign: '–', short: '', word: CELL_STATE_WORDS['nothing-arose'] },
  'no-figure': { tone: 'no-figure', sign: '?', short: '', word: CELL_STATE_WORDS['no-figure'] },
} as const satisfies Record<Exclude<IndicatorCell['state'], 'reported'>, CellLook>;

/** How one agency's cell looks: its own figure against the row's target. A missing cell never looks like a zero. */
export function cellLook(indicator: Indicator, period: Period, cell: IndicatorCell | undefined): CellLook {
  if (!cell) return NOT_OWED;
  if (cell.state !== 'reported') return SILENT[cell.state];
  if (isMet(indicator, cell)) return { tone: 'met', sign: '✓', short: shortFigure(indicator, cell), word: 'Đạt mức của chỉ tiêu' };
  const due = indicator.due.startsWith(period);
  return {
    tone: due ? 'missed' : 'below',
    sign: due ? '✕' : '▲',
    short: shortFigure(indicator, cell),
    word: due ? 'Không đạt mức của chỉ tiêu' : 'Dưới mức của chỉ tiêu, còn hạn',
  };
}

function isMet(indicator: Indicator, { numerator = 0, denominator = 0, value }: IndicatorCell): boolean {
  const { measure } = indicator;
  if (measure.kind === 'share-of-agencies') return value === true;
  if (measure.kind === 'stated-level') return typeof value === 'number' && value >= measure.minLevel;
  return denominator > 0 && reaches(indicator, numerator, denominator);
}

/** "94,96%", "Có", "Cấp 3". */
function shortFigure({ measure }: Indicator, { numerator = 0, denominator = 0, value }: IndicatorCell): string {
  if (typeof value === 'boolean') return value ? YES : NO;
  if (typeof value === 'number') return `Cấp ${value}`;
  if (denominator === 0) return '0/0';
  const target = 'atLeastPercent' in measure ? fromDecimal(measure.atLeastPercent) : undefined;
  return formatPercent(percentOf(numerator, denominator), target);
}

/** "94,96% (9.496/10.000)", "Có", "Cấp 3"; null where the cell holds no figure. */
export function cellFigure({ short }: CellLook, cell: IndicatorCell | undefined): string | null {
  if (cell?.state !== 'reported') return null;
  return cell.denominator === undefined ? short : `${short} (${formatCount(cell.numerator ?? 0)}/${formatCount(cell.denominator)})`;
}

import { isFinalIn } from '../../core/consolidating/verdict.ts';
import type { IndicatorCell } from '../../core/matrix.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Indicator } from '../../core/plan/plan.ts';
import { CELL_STATE_WORDS } from '../../core/wording/labels.ts';
import type { Tone } from './tone.ts';

export interface MatrixCellLook {
  readonly tone: Tone | 'not-owed' | 'no-figure';
  readonly sign: string;
  /** What stands under the sign; empty where there is no figure. */
  readonly short: string;
  /** The state in words, for whoever does not see colours or signs. */
  readonly word: string;
}

const NOT_OWED: MatrixCellLook = { tone: 'not-owed', sign: '', short: '', word: 'Không phải báo cáo' };
const SILENT = {
  'not-reported': { tone: 'missing', sign: '○', short: '', word: CELL_STATE_WORDS['not-reported'] },
  'nothing-arose': { tone: 'none', sign: '–', short: '', word: CELL_STATE_WORDS['nothing-arose'] },
  'no-figure': { tone: 'no-figure', sign: '?', short: '', word: CELL_STATE_WORDS['no-figure'] },
} as const satisfies Record<Exclude<IndicatorCell['state'], 'reported'>, MatrixCellLook>;

/** How one agency's cell looks: its own figure against the row's target. A missing cell never looks like a zero. */
export function matrixCellLook(
  indicator: Indicator,
  { period, agency }: { readonly period: Period; readonly agency: AgencyId },
  cell: IndicatorCell | undefined,
): MatrixCellLook {
  if (!cell) return NOT_OWED;
  if (cell.state !== 'reported') return SILENT[cell.state];
  const { figure, reaches } = measureOf(indicator);
  const short = figure.text(cell);
  const reached = reaches(cell, agency);
  if (reached === null) return { tone: 'none', sign: '•', short, word: 'Có số liệu' };
  if (reached) return { tone: 'met', sign: '✓', short, word: 'Đạt mức của chỉ tiêu' };
  const due = isFinalIn(indicator, period);
  return {
    tone: due ? 'missed' : 'below',
    sign: due ? '✕' : '▲',
    short,
    word: due ? 'Không đạt mức của chỉ tiêu' : 'Dưới mức của chỉ tiêu, còn hạn',
  };
}

/** "94,96% (9.496/10.000)", "Có", "Cấp 3"; null where the cell holds no figure. */
export const cellFigure = (indicator: Indicator, cell: IndicatorCell | undefined): string | null =>
  cell?.state === 'reported' ? measureOf(indicator).figure.fullText(cell) : null;

import { percentOfResult } from '../../core/consolidate/measures.ts';
import { formatPercent } from '../../core/format.ts';
import { fromDecimal } from '../../core/fraction.ts';
import type { Result } from '../../core/matrix.ts';
import type { Indicator } from '../../core/plan.ts';
import { LOOK, rateLook } from './looks.ts';
import type { CellStyle } from './spreadsheet/cell.ts';

const FEWEST = 2;

/** The target as the plan prints it; of a level, the level that is asked for. */
export function targetOf({ measure, targetText }: Indicator): string {
  if (measure.kind === 'stated-level') return `Từ cấp độ ${measure.minLevel}`;
  return measure.kind === 'each-agency' ? `Mỗi cơ quan từ ${targetText}` : targetText;
}

/** How a row's figure is shown: with as many decimals as it takes for a rate below its target not to look like the target. */
export function figureLook({ measure }: Indicator, result: Result | null): CellStyle {
  if (measure.kind === 'stated-level') return LOOK.level;
  const percent = percentOfResult(result);
  if (!percent) return rateLook(FEWEST);
  const target = fromDecimal(measure.kind === 'each-agency' ? 100 : measure.atLeastPercent);
  const [, decimals = ''] = formatPercent(percent, target).replace('%', '').split(',');
  return rateLook(Math.max(FEWEST, decimals.length));
}

import { cellName } from '../../core/grid.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Agency } from '../../core/plan/agency.ts';
import type { ConditionalFormat } from '../../xlsx/write/sheet.ts';
import { conditionalFill, font } from '../style/type.ts';
import type { MatrixLine } from './matrix-line.ts';

/** Bold for paper without colours. */
const SHORT = { font: font({ colour: 'below', bold: true }), fill: conditionalFill('belowGround') };

/** Marks agencies' figures that are short of the row's target by themselves. */
export function shortfallFormats(
  lines: readonly MatrixLine[],
  { header, first, agencies }: { readonly header: number; readonly first: number; readonly agencies: readonly Agency[] },
): ConditionalFormat[] {
  return lines.flatMap(({ indicator, row }, k): ConditionalFormat[] => {
    const { isShort } = measureOf(indicator).formulas;
    if (row.coverage.obliged === 0 || isShort === 'none') return [];
    const at = header + 1 + k;
    const format = (from: number, to: number, agency: string | null): ConditionalFormat => {
      const cell = cellName(at, from);
      return { range: `${cell}:${cellName(at, to)}`, rules: [{ formula: isShort(cell, agency), highlight: SHORT }] };
    };
    if (!indicator.perAgency) return [format(first, first + agencies.length - 1, null)];
    return agencies.map(({ id }, n) => format(first + n, first + n, id));
  });
}

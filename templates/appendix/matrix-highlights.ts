import { cellName } from '../../core/grid.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { ConditionalFormat } from '../../xlsx/write/sheet.ts';
import { conditionalGround, font } from '../style/type.ts';
import type { MatrixLine } from './matrix-line.ts';

/** Bold for paper without colours. */
const SHORT = { font: font({ colour: 'below', bold: true }), fill: conditionalGround('belowGround') };

/** Marks agencies' figures that are short of the row's target by themselves. */
export function shortfallFormats(
  lines: readonly MatrixLine[],
  { header, columns: [from, to] }: { readonly header: number; readonly columns: readonly [number, number] },
): ConditionalFormat[] {
  return lines.flatMap(({ indicator, row }, k): ConditionalFormat[] => {
    const { isShort } = measureOf(indicator).formulas;
    if (row.coverage.obliged === 0 || isShort === 'none') return [];
    const at = header + 1 + k;
    const first = cellName(at, from);
    return [{ range: `${first}:${cellName(at, to)}`, rules: [{ formula: isShort(first), highlight: SHORT }] }];
  });
}

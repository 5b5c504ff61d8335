import { fromDecimal } from '../../core/fraction.ts';
import { cellName } from '../../core/grid.ts';
import { NO } from '../../core/words.ts';
import { conditionalGround, font } from '../style/type.ts';
import type { MatrixLine } from './matrix-line.ts';
import type { ConditionalFormat } from './spreadsheet/sheet.ts';

/** Bold for paper without colours. */
const SHORT = { font: font({ colour: 'below', bold: true }), fill: conditionalGround('belowGround') };

/** Marks agencies' figures that are below the row's target by themselves, and the answer no. */
export function shortfallFormats(
  lines: readonly MatrixLine[],
  { header, columns: [from, to] }: { readonly header: number; readonly columns: readonly [number, number] },
): ConditionalFormat[] {
  return lines.flatMap(({ indicator: { measure }, row }, k): ConditionalFormat[] => {
    if (row.coverage.obliged === 0 || measure.kind === 'stated-level') return [];
    const at = header + 1 + k;
    const first = cellName(at, from);
    const { num, den } = fromDecimal(measure.atLeastPercent);
    // the target as a quotient is the same double as a rate that equals it
    const formula = measure.kind === 'share-of-agencies' ? `${first}="${NO}"` : `AND(ISNUMBER(${first}),${first}<${num}/${100n * den})`;
    return [{ range: `${first}:${cellName(at, to)}`, rules: [{ formula, highlight: SHORT }] }];
  });
}

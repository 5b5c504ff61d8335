import type { IndicatorCell } from '../../../core/matrix.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { Indicator } from '../../../core/plan/plan.ts';
import { displayedValue, inputsIn } from '../../../core/tables/inputs.ts';
import { cellValues } from '../../ui/cell-values.ts';
import { cellFigure, matrixCellLook } from '../../ui/matrix-cell-look.ts';
import { momentText } from '../../ui/moment.ts';
import { panelLines } from '../../ui/panel-lines.ts';
import { signedNote } from './note-words.ts';

interface NoteWords {
  readonly nameOf: (id: string) => string;
  readonly utcOffset: string;
}

/** One agency's figure and its source as the note of its cell says them, signed; null where nobody gave one. */
export function sourceNote(
  indicator: Indicator,
  where: { readonly period: Period; readonly agency: AgencyId },
  cell: IndicatorCell | undefined,
  { nameOf, utcOffset }: NoteWords,
): string | null {
  const source = cell?.source;
  if (!cell || !source || cell.state === 'not-reported') return null;
  const place = [source.file, source.sheet, source.cell && `ô ${source.cell}`].filter(Boolean).join(', ');
  const sent = [
    source.version !== undefined && `Lần nộp ${source.version}`,
    source.at && momentText(source.at, utcOffset),
    source.by && nameOf(source.by),
  ].filter(Boolean);
  const lines = panelLines(inputsIn('indicators'), 'pane', (column) => displayedValue(cellValues(cell, undefined), column));
  const remarks = lines.map(({ label, text }) => text && `${label}: ${text}`);
  return signedNote([figureLine(indicator, where, cell), place, sent.join(' · '), ...remarks].filter(Boolean).join('\n'));
}

/** "✓ 94,96% (9.496/10.000), Đạt mức của chỉ tiêu". */
function figureLine(indicator: Indicator, where: Parameters<typeof matrixCellLook>[1], cell: IndicatorCell): string {
  const { sign, word } = matrixCellLook(indicator, where, cell);
  const figure = cellFigure(indicator, cell);
  return figure === null ? `${sign} ${word}` : `${sign} ${figure}, ${word}`;
}

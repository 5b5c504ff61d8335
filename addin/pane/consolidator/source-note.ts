import type { IndicatorCell } from '../../../core/matrix.ts';
import { displayedValue, inputsIn } from '../../../core/tables/inputs.ts';
import { cellValues } from '../../ui/cell-values.ts';
import { momentText } from '../../ui/moment.ts';
import { panelLines } from '../../ui/panel-lines.ts';

/** A figure's source as the note of its cell says it; null where nobody gave one. */
export function sourceNote(cell: IndicatorCell | undefined, figure: string | null, { nameOf, utcOffset }: NoteWords): string | null {
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
  return [figure, place, sent.join(' · '), ...remarks].filter(Boolean).join('\n');
}

export interface NoteWords {
  readonly nameOf: (id: string) => string;
  readonly utcOffset: string;
}

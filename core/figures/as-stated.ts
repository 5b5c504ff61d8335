import { formatCount } from '../format.ts';
import { type Figure, isOfFigure, type ShownNumber, type StatedFigure } from './figure.ts';

/** A figure in the words in which it was stated, whatever its row asks for. */
function asStated({ numerator, denominator, value }: StatedFigure): string {
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (value !== undefined) return String(value).replace('.', ',');
  return [numerator, denominator].map((count) => (count === undefined ? '–' : formatCount(count))).join('/');
}

/**
 * The figure of a row that also shows one of another kind: an amended plan may measure a row otherwise than reports from before it, and
 * than a matrix that was frozen.
 */
export function showingAny(figure: Figure): Figure {
  const orAsStated =
    <T>(own: (stated: StatedFigure) => T, other: (text: string) => T) =>
    (stated: StatedFigure): T =>
      isOfFigure(figure, stated) ? own(stated) : other(asStated(stated));
  const asText = (value: string): ShownNumber => ({ value, format: null });
  return {
    ...figure,
    text: orAsStated(figure.text, (text) => text),
    fullText: orAsStated(figure.fullText, (text) => text),
    rate: orAsStated(figure.rate, () => null),
    inPane: orAsStated(figure.inPane, asText),
    inMatrix: orAsStated(figure.inMatrix, asText),
  };
}

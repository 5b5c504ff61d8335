import type { StatedValue } from '../../figures/figure.ts';
import { formatDecimal } from '../../format.ts';
import { fromDecimal } from '../../fraction.ts';
import { StatedFigureValue } from '../../measures/schemas.ts';
import { cellValue } from '../../words.ts';
import { isEqual, type ValueKind, whatever } from '../value-kind.ts';

/** An answer, a level, or any other single number: the figure of its row says which. */
export const STATED_VALUE: ValueKind<StatedValue> = {
  schema: StatedFigureValue,
  isFreeText: false,
  read: 'by-figure',
  cellValue,
  display: (value) => (typeof value === 'number' ? formatDecimal(fromDecimal(value), 4) : String(cellValue(value))),
  standsInForm: whatever,
  isSame: isEqual,
};

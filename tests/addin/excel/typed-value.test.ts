import { typedValue } from '../../../addin/excel/typed-value.ts';
import { usParsed } from '../../support/excel/us-parse.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';

test('every text that the pane writes into a sheet, the receipt with its sender’s name too, stays this text and no formula', () => {
  for (const text of Object.values(HOSTILE_TEXTS))
    expect(usParsed(typedValue(text), 'General')).toEqual({ value: text, formula: null, error: false });
});

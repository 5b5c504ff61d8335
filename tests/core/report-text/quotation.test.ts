import { quotation } from '../../../core/report-text/quotation.ts';
import { fc } from '../../support/properties.ts';

test('a short explanation stands as it was written, on one line and without what cannot be printed', () => {
  expect(quotation('Thiếu\u0007 máy\nký số <b>&amp;</b>')).toBe('Thiếu máy ký số <b>&amp;</b>');
});

test('a long one is cut behind a sentence, and says so', () => {
  const first = `${'Máy ký số hỏng '.repeat(8)}chưa thay.`;
  expect(quotation(`${first} ${'Đang chờ kinh phí '.repeat(30)}`)).toBe(`${first} …`);
});

test('without a sentence that ends in time it is cut behind a word', () => {
  expect(quotation('chưa '.repeat(200))).toMatch(/^(chưa )+…$/);
});

test('whatever is written, a cut keeps eighty characters or more, begins as it was written and ends with three dots', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (text) => {
      const said = quotation(text);
      const whole = quotation(text.slice(0, 0)) + said;
      if (!said.endsWith(' …')) return whole.length <= 320;
      return said.length >= 80 && said.length <= 323;
    }),
  );
});

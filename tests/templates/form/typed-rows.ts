import type { FormValue, RowValues } from '../../../core/form/row-values.ts';
import { STATE_WORDS, STATUS_WORDS } from '../../../core/words.ts';
import { fc } from '../../support/properties.ts';
import type { ShapeName, TypedRow } from './check-cases.ts';

/** Of the values, those at the front oftener. */
const oneOf = (...values: readonly FormValue[]): fc.Arbitrary<FormValue> =>
  fc.oneof(...values.map((value, k) => ({ arbitrary: fc.constant(value), weight: values.length - k })));

/** A word in any case, with blanks around and between. */
const typed = (word: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(word, word.toLowerCase(), word.toUpperCase()), fc.constantFrom('', ' '), fc.constantFrom(' ', '  '))
    .map(([text, around, between]) => `${around}${text.replaceAll(' ', between)}${around}`);

const wordOf = (words: readonly string[]): fc.Arbitrary<FormValue> =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...words).chain(typed), weight: 8 },
    { arbitrary: oneOf(null, '', '  ', null), weight: 4 },
    { arbitrary: fc.constantFrom('Xong', 'Có số', 'Hoàn', 'không', 'Hoàn thành nhiệm vụ', 7), weight: 1 },
  );

const count = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 12 }), weight: 6 },
  { arbitrary: fc.integer({ min: 0, max: 1_000_000_000_000 }), weight: 1 },
  { arbitrary: oneOf(null, 0, ' '), weight: 4 },
  { arbitrary: fc.constantFrom(-1, 5.5, 189.99999999999997, 10.000000000000002, 1e-16, '12', ' 7 ', '-3', '9/10', 'khoảng 95'), weight: 1 },
);
const text = oneOf(null, 'Đang rà soát', ' ', '12/KH-UBND', '', 'Hệ thống  đang nâng cấp');
const link = oneOf(
  null,
  'https://quangngai.gov.vn/12',
  ' ',
  'FTP://x/1',
  'ftp://tep.vn/12',
  'xem www.abc.vn',
  'WWW.ABC.VN',
  'http:/x',
  'Kế hoạch',
);
const percent = fc.oneof(
  { arbitrary: oneOf(0.4, null, 1, 0, 0.125, ' '), weight: 5 },
  { arbitrary: fc.constantFrom(1.0000000000000002, 40, -0.1, '40%', '1', '12,5', 'một nửa'), weight: 1 },
);
/** A number that is no day of this century is refused by the cell's own input rule: no formula of ours looks at it. */
const day = fc.oneof(
  { arbitrary: oneOf(null, new Date('2026-11-05T00:00:00Z'), ' ', new Date('2000-01-01T00:00:00Z')), weight: 5 },
  { arbitrary: fc.constantFrom('05/11/2026', 'tháng 11', '2026'), weight: 1 },
);

const state = wordOf(Object.values(STATE_WORDS));
const told = { explanation: text, evidence: text };
const task = { status: wordOf(Object.values(STATUS_WORDS)), percent, document: text, issuedOn: day, summary: link, note: text };

const CELLS: Readonly<Record<ShapeName, Readonly<Record<string, fc.Arbitrary<FormValue>>>>> = {
  counts: { state, numerator: count, denominator: count, ...told },
  answer: { state, value: wordOf(['Có', 'Không']), ...told },
  level: { state, value: fc.oneof(oneOf(3, null, 1, 5, ' ', '3', ' 4 '), fc.constantFrom(0, 6, 2.5, '33', 'ba', 'cấp 3')), ...told },
  task,
  'sole-task': task,
  'optional-task': task,
};

/**
 * A row as anybody may type or paste it into the form: words, numbers and texts of every kind that both a formula and the reader see.
 * Left out is what only the reader sees through (a closing full stop, another Unicode form, white space that is no blank), what
 * searching with wildcards takes for a word (`*`, `?`, `~`, and the bar between the words), and formats.
 */
export const aTypedRow = (shape: ShapeName): fc.Arbitrary<TypedRow> =>
  fc.record(CELLS[shape]).map((values): TypedRow => ({ shape, values: values as RowValues })); // the cells of a shape are fields

import { compareCodePoints, isBlankText, matchKey, squash, toNfc } from '../../core/text.ts';
import { fc } from '../support/properties.ts';

const SYLLABLES = ['Hoà', 'thuỷ', 'quý', 'Được', 'nghị', 'quyết', 'ƯỚC', 'ngữ', 'Ấn', 'ỗ', 'ẫy', 'rượu', 'đ', 'A'];
const syllables = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 6 });
const texts = syllables.map((words) => words.join(' '));

test('composed and decomposed Vietnamese text is stored alike', () => {
  fc.assert(fc.property(texts, (text) => toNfc(text.normalize('NFD')) === text));
});

test('a tone written before its circumflex, breve or horn is put right', () => {
  expect(['a\u0301\u0302', '\u00e1\u0302', 'a\u0300\u0306', 'o\u0309\u031b', 'e\u0323\u0302', 'U\u0303\u031b'].map(toNfc)).toEqual([
    'ấ',
    'ấ',
    'ằ',
    'ở',
    'ệ',
    'Ữ',
  ]);
});

test('text in other languages and plain ASCII pass unchanged', () => {
  expect(['café', 'Straße', '', 'A4', '日本'].map(toNfc)).toEqual(['café', 'Straße', '', 'A4', '日本']);
});

test('line breaks, no-break spaces and tabs are one blank, the ends are trimmed', () => {
  expect(squash('  Sở\u00a0Khoa học\r\n và\tCông  nghệ\u3000')).toBe('Sở Khoa học và Công nghệ');
});

test('what cannot be seen is left out, also between a letter and its tone', () => {
  expect(squash('\ufeffS\u200bở\u00ad \u2066Nội\u2069 vu\u200d\u0323')).toBe('Sở Nội vụ');
});

test('squashing twice changes nothing and leaves NFC', () => {
  const noise = fc.constantFrom(' ', '\u00a0', '\n', '\u200b', '\ufeff', '\u00ad', '\u2009');
  const noisy = fc
    .array(fc.oneof(fc.constantFrom(...SYLLABLES.map((word) => word.normalize('NFD'))), noise))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(noisy, (text) => {
      const once = squash(text);
      return squash(once) === once && once.normalize('NFC') === once;
    }),
  );
});

test('spaces, no-break spaces and zero-width characters are a blank text, a dot or a zero is not', () => {
  expect(['', ' ', '\u00a0\u202f', '\u200b\ufeff', '\r\n\t', '\u2060 \u00ad'].every(isBlankText)).toBe(true);
  expect(['.', '0', '-', '\u00a0x'].some(isBlankText)).toBe(false);
});

test('case, white space, quotes, dashes and closing punctuation do not part two spellings', () => {
  expect(matchKey('  CÓ   số liệu. ')).toBe(matchKey('Có số liệu'));
  expect(matchKey('Có.')).toBe(matchKey('có'));
  expect(matchKey('Chờ hướng dẫn ;')).toBe(matchKey('Chờ hướng dẫn'));
  expect(matchKey('“Một cửa” – số')).toBe(matchKey('"Một cửa" - số'));
});

test('old and new placement of the tone are the same word', () => {
  const pairs = [
    ['hoà', 'hòa'],
    ['thuỷ', 'thủy'],
    ['QUÝ', 'qúy'],
    ['khoẻ', 'khỏe'],
    ['uỷ ban', 'ủy ban'],
    ['Hoà-Thuỷ', 'Hòa-Thủy'],
  ] as const;
  expect(pairs.map(([one, two]) => matchKey(one) === matchKey(two))).toEqual(pairs.map(() => true));
});

test('another tone, another shape or no diacritics is another word', () => {
  const pairs = [
    ['Sơn Hà', 'Sơn Hạ'],
    ['Sơn Hà', 'Son Ha'],
    ['Ba Tơ', 'Ba Tô'],
    ['Hà Hạ', 'Hạ Hà'],
    ['Hà-Hạ', 'Hạ-Hà'],
    ['Đang', 'Dang'],
  ] as const;
  expect(pairs.map(([one, two]) => matchKey(one) === matchKey(two))).toEqual(pairs.map(() => false));
});

test('the Icelandic eth and the African D pass for Đ', () => {
  expect([matchKey('\u00d0ang thực hiện'), matchKey('\u0189ang thực hiện'), matchKey('\u00f0ang thực hiện')]).toEqual(
    Array(3).fill(matchKey('Đang thực hiện')),
  );
});

test('a key does not depend on Unicode form, case or surrounding blanks', () => {
  fc.assert(fc.property(texts, (text) => matchKey(`\u00a0${text.normalize('NFD').toUpperCase()} `) === matchKey(text)));
});

test('two texts of different syllables have different keys', () => {
  fc.assert(fc.property(texts, texts, (one, two) => (matchKey(one) === matchKey(two)) === (one === two)));
});

test('order is by code points, not by UTF-16 units or locale', () => {
  expect(['\u{1f600}', '\uffee', 'b', 'ă', 'B', 'ab', 'a', ''].sort(compareCodePoints)).toEqual([
    '',
    'B',
    'a',
    'ab',
    'b',
    'ă',
    '\uffee',
    '\u{1f600}',
  ]);
});

test('whatever halves of characters two texts hold, they stand as their code points do', () => {
  const halves = fc.string({ unit: fc.constantFrom('a', 'b', '\ud83d', '\ude00', '\ude01', '\uffee', 'ă', '\u{1f600}'), maxLength: 6 });
  const byCharacters = (one: string, two: string): number => {
    const [left, right] = [one, two].map((text) => [...text].map((character) => character.codePointAt(0) ?? 0)) as [number[], number[]];
    const k = left.findIndex((code, at) => code !== right[at]);
    return k < 0 ? left.length - right.length : (left[k] ?? 0) - (right[k] ?? -1);
  };
  fc.assert(fc.property(halves, halves, (one, two) => Math.sign(compareCodePoints(one, two)) === Math.sign(byCharacters(one, two))));
});

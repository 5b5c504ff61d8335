import { clipText } from '../../core/clip-text.ts';
import { halfPairsIn } from '../../core/half-pairs.ts';
import { sheetText, xmlText } from '../../core/xml-text.ts';
import { unescapeText } from '../../xlsx/read/sheet/escapes.ts';
import { isCharacter } from '../../xlsx/read/xml/characters.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { fc } from '../support/properties.ts';

/** Texts that are mostly what escapes are made of. */
const nearEscapes = fc
  .array(fc.constantFrom('_', 'x', '_x', '0041', '004', 'D83D', '000D_', '\u0000', '\u0007', '\r', '\uffff', '😀', 'a', '_x005F_'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

test('what is escaped for a sheet is read again as it was, whatever it is', () => {
  for (const text of Object.values(HOSTILE_TEXTS)) expect(unescapeText(sheetText(text))).toBe(text);
  fc.assert(
    fc.property(fc.oneof(nearEscapes, fc.string({ unit: 'binary' })), (text) => {
      expect(unescapeText(sheetText(text))).toBe(text);
      expect([...xmlText(text)].filter((one) => !isCharacter(one.codePointAt(0)!) || '<>\r'.includes(one))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('a clipped text is never longer than it may be, and never ends in half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, most) => {
      const clipped = clipText(text, most);
      expect(clipped.length).toBeLessThanOrEqual(most);
      expect(text.startsWith(clipped) && halfPairsIn(clipped)).toEqual([]);
      expect(most - clipped.length).toBeLessThanOrEqual(text.length > most ? 1 : most);
    }),
  );
});

test('half a surrogate pair is found wherever it stands, with its path', () => {
  expect(halfPairsIn({ a: ['x', { 'b\ud83d': 1 }], c: '\ude00\ud83d', d: '😀' })).toEqual(['a.1.b\ufffd', 'c']);
  expect(halfPairsIn('\ud83d')).toEqual(['']);
});

import { matchKey, squash, toNfc, withoutTail } from '../../core/text.ts';
import { HANGS_MS } from '../support/hang.ts';
import { processorTime } from '../support/processor-time.ts';
import { fc } from '../support/properties.ts';

const marks = fc.constantFrom(
  '\u0300',
  '\u0301',
  '\u0302',
  '\u0323',
  '\u031b',
  '\u0344',
  '\u05b0',
  '\u0e48',
  '\u1dfa',
  '\u20dd',
  '\u034f',
  'a',
  'o',
  'ấ',
);

test('a text of thirty marks a letter is left as NFC has it', () => {
  for (const text of ['hoà', 'a\u0323\u0302', `a${'\u0323\u0300'.repeat(15)}`, 'Tỷ lệ'])
    expect(toNfc(text).normalize('NFC')).toBe(toNfc(text));
  expect(toNfc(`x${'\u0323'.repeat(30)}`)).toBe(`x${'\u0323'.repeat(30)}`);
});

test('whatever marks a text holds, it comes to rest in NFC at once', () => {
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 200 }), (letters) => {
      const text = toNfc(letters.join(''));
      expect(text).toBe(text.normalize('NFC'));
      expect(toNfc(text)).toBe(text);
    }),
  );
});

test('marks in their worst order, 32,767 of them, freeze nothing', () => {
  const hostile = `a${'\u0323\u0300'.repeat(16_383)}`;
  const took = processorTime(() => {
    for (let k = 0; k < 14; k++) for (const read of [toNfc, squash, matchKey]) read(`${k}${hostile}`);
  });
  expect(took).toBeLessThan(HANGS_MS);
});

test('what closes a name is dropped, however much of it there is', () => {
  const key = matchKey(`Hoàn thành${'. ;,'.repeat(15_000)}`);
  expect(key).toBe(matchKey('Hoàn thành'));
  expect(matchKey(`${'.'.repeat(60_000)}x`)).toMatch(/\.x$/);
  expect(withoutTail('1200', /0/)).toBe('12');
});

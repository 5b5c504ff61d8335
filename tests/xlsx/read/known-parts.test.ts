import { deflateRawSync } from 'node:zlib';
import { knownPart, rememberPart } from '../../../xlsx/read/zip/known-parts.ts';

const packed = (text: string): Uint8Array => deflateRawSync(text);
const content = (text: string): Uint8Array => Buffer.from(`${text}\0`);

test('a part that was found sound is known again by its packed bytes, its size and its sum', () => {
  const styles = content('styles');
  rememberPart(packed('styles'), 7, styles);
  expect(knownPart(packed('styles'), 6, 7)).toBe(styles);
  expect(knownPart(packed('stylez'), 6, 7)).toBeNull();
  expect(knownPart(packed('styles'), 6, 8)).toBeNull();
  expect(knownPart(packed('styles'), 5, 7)).toBeNull();
});

test('what is remembered stays as it was, whatever becomes of the file that it came in', () => {
  const file = new Uint8Array(packed('relationships'));
  rememberPart(file, 9, content('relationships'));
  file.fill(0);
  expect(knownPart(packed('relationships'), 13, 9)).not.toBeNull();
});

test('a long part, or one that was read long ago, is not known', () => {
  const long = 'x'.repeat(64 * 1024);
  rememberPart(packed(long), 1, content(long));
  expect(knownPart(packed(long), long.length, 1)).toBeNull();
  rememberPart(packed('first'), 2, content('first'));
  for (let k = 0; k < 32; k++) rememberPart(packed(`part ${k}`), k, content(`part ${k}`));
  expect(knownPart(packed('first'), 5, 2)).toBeNull();
  expect(knownPart(packed('part 31'), 7, 31)).not.toBeNull();
});

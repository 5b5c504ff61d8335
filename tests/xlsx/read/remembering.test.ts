import { remembering } from '../../../xlsx/read/remembering.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(`${text}\0`));

/** A reader that counts how often it reads. */
function aReader() {
  const read: string[] = [];
  const parse = remembering((document, part) => {
    const text = `${part}: ${Buffer.from(document.subarray(0, -1)).toString()}`;
    read.push(text);
    return text.includes('damaged') ? null : { text };
  });
  return { read, parse };
}

test('a document that was just read is known again by its bytes', () => {
  const { read, parse } = aReader();
  expect(parse(bytes('styles'), 'a')).toBe(parse(bytes('styles'), 'a'));
  expect(read).toEqual(['a: styles']);
});

test('one byte more or another, or another part, is another document', () => {
  const { read, parse } = aReader();
  for (const [text, part] of [
    ['styles', 'a'],
    ['stylez', 'a'],
    ['style', 'a'],
    ['styles', 'b'],
  ] as const)
    expect(parse(bytes(text), part)).toEqual({ text: `${part}: ${text}` });
  expect(read).toHaveLength(4);
});

test('damage is remembered as damage', () => {
  const { read, parse } = aReader();
  expect([parse(bytes('damaged'), 'a'), parse(bytes('damaged'), 'a')]).toEqual([null, null]);
  expect(read).toHaveLength(1);
});

test('what was read long ago, or is long, is read anew', () => {
  const { read, parse } = aReader();
  for (const text of ['1', '2', '3', '4', '5', '1', '5']) parse(bytes(text), 'a');
  expect(read).toEqual(['a: 1', 'a: 2', 'a: 3', 'a: 4', 'a: 5', 'a: 1']);
  const long = 'x'.repeat(64 * 1024);
  expect(parse(bytes(long), 'a')).not.toBe(parse(bytes(long), 'a'));
});

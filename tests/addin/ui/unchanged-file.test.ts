import { unchangedBytes } from '../../../addin/ui/unchanged-file.ts';

/** A file as a browser has it that looks no earlier than when it is asked: its content is whatever is on disk then. */
const aFile = (contents: readonly (string | null)[]): Blob => {
  let reads = 0;
  const arrayBuffer = async () => {
    const content = contents[Math.min(reads++, contents.length - 1)];
    if (content === null || content === undefined) throw new DOMException('gone', 'NotReadableError');
    return new TextEncoder().encode(content).buffer;
  };
  return { size: 3, arrayBuffer } as unknown as Blob;
};
const reads = async (file: Blob, times: number): Promise<(string | null)[]> => {
  const all: (string | null)[] = [];
  for (let k = 0; k < times; k++) {
    const bytes = await unchangedBytes(file);
    all.push(bytes && new TextDecoder().decode(bytes));
  }
  return all;
};

test('a file is given as long as it holds what it held when it was first read', async () => {
  expect(await reads(aFile(['abc']), 2)).toEqual(['abc', 'abc']);
  expect(await reads(aFile(['abc', 'abd', 'abc']), 3)).toEqual(['abc', null, 'abc']);
  expect(await reads(aFile(['abc', null]), 2)).toEqual(['abc', null]);
  expect(await reads(aFile([null, 'abc']), 2)).toEqual([null, 'abc']);
});

test('only as much of it is read as is asked for', async () => {
  const bytes = await unchangedBytes(new Blob(['x'.repeat(100)]), 11);
  expect(bytes?.length).toBe(11);
});

import { unzipSync } from 'fflate';
import { packByZlib } from '../../../templates/by-zlib.ts';
import { openArchive } from '../../../xlsx/read/zip/archive.ts';
import { unpackAnywhere } from '../../../xlsx/read/zip/unpacking.ts';
import { type Packing, packAnywhere } from '../../../xlsx/write/packing.ts';
import { zipOf } from '../../../xlsx/write/zip.ts';
import { aRandom } from '../../support/xlsx-random.ts';

/** Contents that a compressor treats in different ways, an empty one among them. */
function parts(): Map<string, Uint8Array> {
  const random = aRandom(7);
  const rows = Array.from({ length: 9_000 }, (_, k) => `<row r="${k}"><c r="A${k}"><v>${random(1000)}</v></c></row>`).join('');
  return new Map([
    ['[Content_Types].xml', new Uint8Array(Buffer.from('<Types/>'))],
    ['xl/empty.xml', new Uint8Array(0)],
    ['xl/worksheets/sheet1.xml', new Uint8Array(Buffer.from(rows))],
    ['xl/media/noise.bin', Uint8Array.from({ length: 70_000 }, () => random(256))],
  ]);
}

describe.each<[string, Packing]>([
  ['plain JavaScript', packAnywhere],
  ['zlib', packByZlib],
])('a zip packed by %s', (_, packing) => {
  test('is what another reader unpacks, in the same order', () => {
    const unpacked = unzipSync(zipOf(parts(), packing));
    expect(Object.keys(unpacked)).toEqual([...parts().keys()]);
    for (const [name, content] of parts()) expect(Buffer.compare(unpacked[name] ?? Buffer.of(1), content)).toBe(0);
  });

  test('is sound to the reader that refuses what programs read in two ways', () => {
    const archive = openArchive(zipOf(parts(), packing), unpackAnywhere);
    if (!archive.ok) throw new Error(archive.error.rule);
    for (const [name, content] of parts()) {
      const read = archive.value.read(name.toLowerCase());
      expect(read.ok && Buffer.compare(read.value.subarray(0, -1), content)).toBe(0);
    }
  });

  test('is the same each time, whatever the clock says', () => {
    expect(Buffer.compare(zipOf(parts(), packing), zipOf(parts(), packing))).toBe(0);
  });
});

test('Node’s own means pack as well as plain JavaScript does', () => {
  expect(zipOf(parts(), packByZlib).length).toBeLessThan(zipOf(parts(), packAnywhere).length * 1.05);
});

import { unzipSync, zipSync } from 'fflate';
import { zipPieces } from '../../../functions/http/zip-pieces.ts';
import { fc } from '../../support/properties.ts';

const AT = new Date('2026-11-25T02:00:00Z');

async function zipped(files: Readonly<Record<string, Uint8Array>>): Promise<Buffer> {
  const each = async function* () {
    for (const [path, bytes] of Object.entries(files)) yield { path, bytes };
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of zipPieces(each(), AT)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('piece by piece it is the very archive of all files at once', async () => {
  const path = fc.string({ unit: fc.constantFrom(...'aZ 9-ựĐ😀'), minLength: 1, maxLength: 40 }).map((name) => `x/${name}`);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(path, fc.uint8Array({ maxLength: 3_000 }), { maxKeys: 8 }), async (files) => {
      const archive = await zipped(files);
      expect(archive.equals(zipSync(files, { level: 0, mtime: AT }))).toBe(true);
      expect(unzipSync(archive)).toEqual(files);
    }),
  );
});

test('an entry goes out before the next file is there, its sizes in front of it', async () => {
  let taken = 0;
  const files = (async function* () {
    for (const path of ['a', 'b', 'c']) {
      taken += 1;
      yield { path, bytes: new Uint8Array(1_000) };
    }
  })();
  const archive = zipPieces(files, AT);
  const first = Buffer.from((await archive.next()).value ?? []);
  expect([taken, first.readUInt16LE(6), first.readUInt32LE(18), first.readUInt32LE(22), first.length]).toEqual([1, 0, 1_000, 1_000, 1_031]);
  await archive.return(undefined);
  expect([taken, (await files.next()).done]).toEqual([1, true]);
});

import { constants, deflateRawSync } from 'node:zlib';
import { inflateByZlib } from '../../../templates/by-zlib.ts';
import { type Inflate, inflateAnywhere } from '../../../xlsx/read/zip/inflate.ts';
import { aRandom } from '../../support/xlsx-random.ts';

const bytes = (content: Uint8Array): Uint8Array => new Uint8Array(content);

/** Contents that a compressor treats in different ways. */
function contents(): Uint8Array[] {
  const random = aRandom(4);
  const noise = Uint8Array.from({ length: 50_000 }, () => random(256));
  const letters = Uint8Array.from({ length: 50_000 }, () => 97 + random(3) * random(9));
  const rows = bytes(
    Buffer.from(Array.from({ length: 8_000 }, (_, k) => `<row r="${k}"><c r="A${k}"><v>${random(1000)}</v></c></row>`).join('')),
  );
  return [new Uint8Array(0), Uint8Array.of(7), new Uint8Array(100_000), noise, letters, rows];
}

for (const [name, inflate] of Object.entries<Inflate>({ 'plain JavaScript': inflateAnywhere, zlib: inflateByZlib })) {
  describe(`inflating by ${name}`, () => {
    test('gives the content back, with a zero byte behind it', () => {
      for (const content of contents()) {
        for (const options of [
          { level: 0 },
          { level: 1 },
          { level: 9 },
          { strategy: constants.Z_FIXED },
          { strategy: constants.Z_HUFFMAN_ONLY },
        ]) {
          const unpacked = inflate(bytes(deflateRawSync(content, options)), content.length);
          expect(unpacked?.length).toBe(content.length + 1);
          expect(Buffer.compare(unpacked!.subarray(0, -1), content)).toBe(0);
          expect(unpacked![content.length]).toBe(0);
        }
      }
    });

    test('gives nothing where the size is another one, or the stream is cut off', () => {
      for (const content of contents().filter(({ length }) => length > 1)) {
        const packed = bytes(deflateRawSync(content));
        const sizes = [0, 1, content.length - 1, content.length + 1, content.length * 2, 2 ** 26];
        expect(sizes.map((size) => inflate(packed, size))).toEqual(sizes.map(() => null));
        expect(inflate(packed.subarray(0, packed.length >> 1), content.length)).toBeNull();
      }
    });

    test('gives nothing for what is no stream at all', () => {
      const random = aRandom(5);
      const streams = Array.from({ length: 300 }, (_, k) => Uint8Array.from({ length: k }, () => random(256)));
      for (const stream of streams) expect(inflate(stream, 1_000_003)).toBeNull();
    });
  });
}

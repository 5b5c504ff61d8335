import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Parts of a workbook that are no XML by the letter, each with what is wrong. */
export function brokenParts(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    if (!/\.(xml|rels|vml)$/.test(name)) return [];
    const faults: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', ({ message }) => faults.push(`${name}: ${message}`));
    parser.write(strFromU8(part)).close();
    return faults.slice(0, 1);
  });
}

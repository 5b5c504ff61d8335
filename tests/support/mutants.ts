import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { broken } from './broken-bytes.ts';

/** A workbook that somebody or something has changed, and where. */
export interface Mutant {
  readonly kind: 'zip' | 'xml' | 'cell';
  readonly bytes: Uint8Array;
}

type Random = (below: number) => number;

const ZIP_TIME = new Date(2026, 0, 1);
const SHEETS = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'];
/** What a cell may be made to say: figures, words, what looks like either, and what no reader likes. */
const VALUES = [
  '0',
  '1',
  '-5',
  '0.5',
  '1e300',
  'NaN',
  '95 ',
  '1.234',
  'Có',
  'x'.repeat(300),
  '=1+1',
  '&#9;',
  '&lt;',
  '٣',
  '9\u0323',
  '',
  '2026-11-05',
  '#REF!',
  '46000',
  '99999999999999999999',
];
const TYPES = ['', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="n"', ' t="inlineStr"', ' t="q"'];
const TAGS = ['row', 'c', 'v', 'f', 'is', 't', 'sheetData', 'mergeCell', 'si', 'r'];

/**
 * Changes a sound workbook in one of three ways: bytes of its zip, elements of a part, the value of a cell. The same for the same random
 * numbers.
 */
export function mutantOf(workbook: Uint8Array, random: Random): Mutant {
  switch (random(3)) {
    case 0:
      return { kind: 'zip', bytes: broken(workbook, random) };
    case 1:
      return { kind: 'xml', bytes: withPart(workbook, random, (xml) => brokenTree(xml, random)) };
    default:
      return { kind: 'cell', bytes: withPart(workbook, random, (xml) => otherValue(xml, random), SHEETS) };
  }
}

function withPart(workbook: Uint8Array, random: Random, change: (xml: string) => string, among?: readonly string[]): Uint8Array {
  const parts = unzipSync(workbook);
  const names = among ?? Object.keys(parts).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'));
  const name = names[random(names.length)] ?? '';
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) }, { mtime: ZIP_TIME, level: 1 });
}

/** An element doubled, taken out, left open, renamed or moved, or bytes of the text changed. */
function brokenTree(xml: string, random: Random): string {
  const tag = TAGS[random(TAGS.length)] ?? 'c';
  const found = [...xml.matchAll(new RegExp(`<${tag}\\b[^>]*?(?:/>|>[^<]*</${tag}>|>)`, 'g'))];
  const one = found[random(found.length || 1)];
  if (!one || random(4) === 0) return new TextDecoder().decode(broken(strToU8(xml), random));
  const [text] = one;
  const changed = [
    text + text,
    '',
    text.replace('/>', '>'),
    text.replaceAll(tag, TAGS[random(TAGS.length)] ?? ''),
    `<!--${text}-->`,
    `<![CDATA[${text}]]>`,
  ][random(6)];
  return xml.slice(0, one.index) + changed + xml.slice(one.index + text.length);
}

function otherValue(xml: string, random: Random): string {
  const all = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>.*?<\/c>)/gs)];
  // A column first: most cells hold texts of the plan, and what agencies fill in would hardly ever be met.
  const columns = [...new Set(all.map(([, letters]) => letters))];
  const column = columns[random(columns.length || 1)];
  const figures = all.filter(([text]) => /^<c r="[A-Z]+\d+"(?: s="\d+")?><v>/.test(text));
  const cells = figures.length > 0 && random(2) === 0 ? figures : all.filter(([, letters]) => letters === column);
  const one = cells[random(cells.length || 1)];
  if (!one) return xml;
  const [text, letters = '', number = '', attributes = ''] = one;
  const style = /s="\d+"/.exec(attributes)?.[0] ?? '';
  const value = VALUES[random(VALUES.length)] ?? '';
  // A type at random mostly damages the sheet; half of them fit, so that the value itself is judged.
  const fitting = /^-?[\d.]+$/.test(value) ? '' : ' t="str"';
  const type = random(2) === 0 ? fitting : (TYPES[random(TYPES.length)] ?? '');
  const content = type.includes('inline') ? `<is><t>${value}</t></is>` : `<v>${value}</v>`;
  return `${xml.slice(0, one.index)}<c r="${letters}${number}" ${style}${type}>${content}</c>${xml.slice(one.index + text.length)}`;
}

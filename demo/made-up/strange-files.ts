import type { Plan } from '../../core/plan/plan.ts';

const SECTOR = 512;
const FREE = 0xffffffff;
const END_OF_CHAIN = 0xfffffffe;
const FAT_SECTOR = 0xfffffffd;
/** Streams shorter than this live elsewhere in a compound file. */
const SHORTEST_STREAM = 4096;

/** A file of text that somebody renamed to .xlsx: the table as it was copied out of a mail. */
export function textFile(plan: Plan): Uint8Array {
  const lines = plan.indicators.slice(0, 7).map(({ tt, name, targetText }) => [tt, name, targetText, '95', '100'].join('\t'));
  return utf8([...plan.appendices.slice(0, 1).flatMap(({ heading, title }) => [heading, title]), ...lines, ''].join('\r\n'));
}

/** The least that programs take for an Excel 97-2003 workbook: a compound file with one stream named "Workbook". */
export function xlsFile(): Uint8Array {
  const sectors = SHORTEST_STREAM / SECTOR;
  const bytes = new Uint8Array(SECTOR * (3 + sectors));
  const view = new DataView(bytes.buffer);
  const words = (at: number, ...values: readonly number[]) => {
    for (const [k, value] of values.entries()) view.setUint32(at + 4 * k, value, true);
  };
  const halves = (at: number, ...values: readonly number[]) => {
    for (const [k, value] of values.entries()) view.setUint16(at + 2 * k, value, true);
  };
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  halves(24, 0x3e, 3, 0xfffe, 9, 6);
  words(44, 1, 1, 0, SHORTEST_STREAM, END_OF_CHAIN, 0, END_OF_CHAIN, 0, 0);
  bytes.fill(0xff, 80, SECTOR);
  const [fat, directory, stream] = [SECTOR, 2 * SECTOR, 3 * SECTOR];
  bytes.fill(0xff, fat, fat + SECTOR);
  words(fat, FAT_SECTOR, END_OF_CHAIN);
  for (let k = 0; k < sectors; k++) words(fat + 8 + 4 * k, k + 1 < sectors ? 3 + k : END_OF_CHAIN);
  entry(view, directory, { name: 'Root Entry', type: 5, child: 1, start: END_OF_CHAIN, size: 0 });
  entry(view, directory + 128, { name: 'Workbook', type: 2, child: FREE, start: 2, size: SHORTEST_STREAM });
  // Beginning of a BIFF8 workbook, and its end.
  halves(stream, 0x0809, 16, 0x0600, 0x0005, 0x0dbb, 0x07cc);
  halves(stream + 20, 0x000a);
  return bytes;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

function entry(view: DataView, at: number, { name, type, child, start, size }: Entry): void {
  for (let k = 0; k < name.length; k++) view.setUint16(at + 2 * k, name.charCodeAt(k), true);
  view.setUint16(at + 64, 2 * (name.length + 1), true);
  view.setUint8(at + 66, type);
  view.setUint8(at + 67, 1);
  for (const [offset, value] of [
    [68, FREE],
    [72, FREE],
    [76, child],
    [116, start],
    [120, size],
  ] as const)
    view.setUint32(at + offset, value, true);
}

/** UTF-8 with a mark at its beginning, as Notepad saves it; this room has no TextEncoder. */
function utf8(text: string): Uint8Array {
  const units = encodeURIComponent(`\ufeff${text}`).match(/%..|[^%]/g) ?? [];
  return Uint8Array.from(units, (unit) => (unit.length === 1 ? unit.charCodeAt(0) : Number.parseInt(unit.slice(1), 16)));
}

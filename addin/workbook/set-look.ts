import type { Area } from '../../core/grid.ts';
import type { Abilities } from './abilities.ts';
import type { AreaLook, Look } from './new-sheet.ts';
import { addressOf, rangeOf, sizeOf } from './ranges.ts';

/** Excel takes an address of at most 8192 characters. */
const MOST_ADDRESS = 4000;
/** So much is asked of Excel before it is given time to do it. */
const MOST_STEPS_A_BATCH = 400;
const MOST_CELLS_A_BATCH = 20_000;

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

/** Gives areas their looks: from ExcelApi 1.9 many areas in one step, before one by one. Syncs as often as the size of a batch asks for. */
export async function setLooks(sheet: Excel.Worksheet, looks: readonly AreaLook[], { allSheets }: Abilities): Promise<void> {
  let steps = 0;
  let cells = 0;
  const rest = async (): Promise<void> => {
    if (steps < MOST_STEPS_A_BATCH && cells < MOST_CELLS_A_BATCH) return;
    await sheet.context.sync();
    steps = 0;
    cells = 0;
  };
  for (const { areas, look } of looks) {
    const { numberFormat } = look;
    if (numberFormat !== undefined)
      for (const area of areas) {
        rangeOf(sheet, area).numberFormat = formatsOf(area, numberFormat);
        steps++;
        cells += sizeOf(area);
        await rest();
      }
    for (const format of allSheets ? formatsTogether(sheet, areas) : areas.map((area) => rangeOf(sheet, area).format)) {
      setFormat(format, look);
      steps++;
      await rest();
    }
  }
  await sheet.context.sync();
}

const formatsOf = ({ top, left, bottom, right }: Area, code: string): string[][] =>
  Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => code));

function* formatsTogether(sheet: Excel.Worksheet, areas: readonly Area[]): Generator<Excel.RangeFormat> {
  let addresses = '';
  for (const area of areas) {
    const address = addressOf(area);
    if (addresses.length + address.length > MOST_ADDRESS) {
      yield sheet.getRanges(addresses).format;
      addresses = '';
    }
    addresses += addresses === '' ? address : `,${address}`;
  }
  if (addresses !== '') yield sheet.getRanges(addresses).format;
}

function setFormat(format: Excel.RangeFormat, { fill, colour, bold, wrap, centred, bordered, unlocked }: Look): void {
  if (fill !== undefined) format.fill.color = fill;
  if (colour !== undefined) format.font.color = colour;
  if (bold) format.font.bold = true;
  if (wrap) format.wrapText = true;
  if (centred) format.horizontalAlignment = 'Center';
  if (unlocked) format.protection.locked = false;
  if (bordered) for (const edge of EDGES) format.borders.getItem(edge).style = 'Continuous';
}

import type { NewCellLook } from '../../core/adopting/sheet-edit.ts';
import type { Area } from '../../core/grid.ts';
import type { AreaLook } from './new-sheet.ts';
import { addressesOf, cellCount, excelRange, stripsOf } from './ranges.ts';

/** After so many steps or cells a batch is sent to Excel. */
const MOST_STEPS_A_BATCH = 400;
const MOST_CELLS_A_BATCH = 20_000;

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

/**
 * Gives areas their looks, many areas in one step. Syncs only where a batch would grow too large: the last sync is the caller's.
 */
export async function setLooks(sheet: Excel.Worksheet, looks: readonly AreaLook[]): Promise<void> {
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
      for (const area of areas.flatMap((one) => stripsOf(one, MOST_CELLS_A_BATCH))) {
        excelRange(sheet, area).numberFormat = formatsOf(area, numberFormat);
        steps++;
        cells += cellCount(area);
        await rest();
      }
    if (Object.keys(look).every((name) => name === 'numberFormat')) continue;
    for (const format of formatsTogether(sheet, areas)) {
      setFormat(format, look);
      steps++;
      await rest();
    }
  }
}

const formatsOf = ({ top, left, bottom, right }: Area, code: string): string[][] =>
  Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => code));

const formatsTogether = (sheet: Excel.Worksheet, areas: readonly Area[]): Excel.RangeFormat[] =>
  addressesOf(areas).map((addresses) => sheet.getRanges(addresses).format);

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center' } as const;

function setFormat(format: Excel.RangeFormat, look: NewCellLook): void {
  const { fill, ink, border, wrap, horizontal, vertical } = look;
  const { bold, italic, underline, face, size } = look;
  if (fill !== undefined) format.fill.color = fill;
  if (ink !== undefined) format.font.color = ink;
  if (bold !== undefined) format.font.bold = bold;
  if (italic !== undefined) format.font.italic = italic;
  if (underline !== undefined) format.font.underline = underline ? 'Single' : 'None';
  if (face !== undefined) format.font.name = face;
  if (size !== undefined) format.font.size = size;
  if (wrap !== undefined) format.wrapText = wrap;
  if (horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[horizontal];
  if (vertical !== undefined) format.verticalAlignment = VERTICAL[vertical];
  if (border === undefined) return;
  for (const edge of EDGES) {
    const line = format.borders.getItem(edge);
    line.style = 'Continuous';
    line.color = border;
  }
}

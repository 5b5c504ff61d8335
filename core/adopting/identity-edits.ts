import type { Workbook } from '../grid.ts';
import type { Identity } from '../identity.ts';
import { IDENTITY, LAYOUT_VERSION } from '../identity-sheet.ts';
import { matchKey } from '../text.ts';
import type { SheetEdit } from './sheet-edit.ts';

/** The hidden sheet that says whose form the workbook now is. A sheet of its title that is there already is left alone. */
export function identityEdits({ grids }: Workbook, identity: Identity): SheetEdit[] {
  const sheet = freeTitle(
    IDENTITY.sheet,
    grids.map(({ title }) => title),
  );
  const values = { ...identity, layoutVersion: LAYOUT_VERSION };
  const labels = Object.entries(IDENTITY.labels) as [keyof typeof values, string][]; // labels are named as what they label
  return [
    { kind: 'add-hidden-sheet', sheet },
    { kind: 'number-format', sheet, areas: [{ top: 1, left: 2, bottom: labels.length, right: 2 }], format: '@' },
    { kind: 'set-cells', sheet, row: 1, column: 1, cells: labels.map(([key, label]) => [label, values[key]]) },
    { kind: 'set-name', name: IDENTITY.definedName, sheet, row: 1, column: 1 },
  ];
}

function freeTitle(title: string, taken: readonly string[], number = 1): string {
  const wanted = number === 1 ? title : `${title} ${number}`;
  return taken.some((one) => matchKey(one) === matchKey(wanted)) ? freeTitle(title, taken, number + 1) : wanted;
}

import type { Grid, Workbook } from '../grid.ts';
import { IDENTITY } from '../layout.ts';
import { matchKey, squash } from '../text.ts';

type Label = keyof typeof IDENTITY.labels;

/** What a workbook's hidden sheet says of itself, unchecked; null where no sheet names a plan and an agency. */
export function identityLabels({ grids, names }: Workbook): Partial<Record<Label, string>> | null {
  const named = names.get(IDENTITY.definedName)?.sheet;
  const likely = [
    ...grids.filter(({ title }) => title === named),
    ...grids.filter(({ title, hidden }) => title !== named && (hidden || matchKey(title) === matchKey(IDENTITY.sheet))),
  ];
  return likely.map(labelsOf).find((labels) => labels.plan !== undefined && labels.agency !== undefined) ?? null;
}

/** Ids and labels are shorter by far. */
const LONGEST_VALUE = 500;

function labelsOf({ rows }: Grid): Partial<Record<Label, string>> {
  const labels: Partial<Record<Label, string>> = {};
  for (const { cells } of rows.slice(0, 50)) {
    const text = squash(String(cells[0]?.value ?? '').slice(0, LONGEST_VALUE));
    const label = (Object.keys(IDENTITY.labels) as Label[]).find((one) => IDENTITY.labels[one] === text); // keys of the labels are labels
    const value = squash(String(cells[1]?.value ?? '').slice(0, LONGEST_VALUE));
    if (label && value !== '') labels[label] ??= value;
  }
  return labels;
}

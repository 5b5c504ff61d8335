import type { Grid, Workbook } from '../grid.ts';
import { IDENTITY } from '../identity-sheet.ts';
import { oncePerValue } from '../once.ts';
import { matchKey, squash } from '../text.ts';

type Label = keyof typeof IDENTITY.labels;
type Labels = Partial<Record<Label, string>>;

/** A sheet that says whose form the workbook is, unchecked. */
export interface IdentitySheet {
  readonly title: string;
  readonly labels: Labels;
}

const LABELS = Object.keys(IDENTITY.labels) as Label[]; // keys of the labels are labels
const ROWS_SEARCHED = 50;
const [LONGEST, LONGEST_LABEL] = [200, 40];

/**
 * Every sheet on which all labels of an identity stand, the likeliest first: the one that the defined name points at, a hidden one or
 * one of the form's title, then any other. Without such a sheet those likely ones that name a plan and an agency. A sheet that says two
 * things stands there twice.
 */
export function identitySheets({ grids, names }: Workbook): readonly IdentitySheet[] {
  const named = names.get(IDENTITY.definedName)?.sheet;
  const isLikely = ({ title, hidden }: Grid) => title === named || hidden || matchKey(title) === matchKey(IDENTITY.sheet);
  const rank = (grid: Grid) => (grid.title === named ? 0 : isLikely(grid) ? 1 : 2);
  const ordered = [...grids].sort((one, two) => rank(one) - rank(two));
  const told = ordered.flatMap((grid) => labelsOf(grid).map((labels) => ({ title: grid.title, labels, likely: isLikely(grid) })));
  const whole = told.filter(({ labels }) => LABELS.every((label) => labels[label] !== undefined));
  if (whole.length > 0) return whole;
  return told.filter(({ labels, likely }) => likely && labels.plan !== undefined && labels.agency !== undefined);
}

/** What a workbook says of whose form it is; null where no sheet names a plan and an agency. */
export const identityLabels = (workbook: Workbook): Labels | null => identitySheets(workbook)[0]?.labels ?? null;

/** Whether two identity sheets differ in a value that both have. */
export const identitiesDiffer = (one: IdentitySheet, two: IdentitySheet): boolean =>
  LABELS.some((label) => (one.labels[label] ?? two.labels[label]) !== (two.labels[label] ?? one.labels[label]));

/** What the first labels of a sheet say, and the last ones where they say something else. */
function labelsOf({ rows }: Grid): readonly Labels[] {
  const [first, last]: [Labels, Labels] = [{}, {}];
  let differ = false;
  for (const { cells } of rows.slice(0, ROWS_SEARCHED)) {
    const labelled = cells[0]?.value;
    if (typeof labelled !== 'string' || labelled.length > LONGEST_LABEL) continue;
    const label = labelIn(labelled);
    const value = label ? textOf(cells[1]?.value) : '';
    if (!label || value === '') continue;
    differ ||= first[label] !== undefined && first[label] !== value;
    first[label] ??= value;
    last[label] = value;
  }
  return differ ? [first, last] : [first];
}

const MOST_REMEMBERED = 1024;

/** The label that a text is, if any: every sheet is looked at, and a hundred forms say the same in their first columns. */
const labelIn = oncePerValue(MOST_REMEMBERED, (written: string): Label | null => {
  const text = squash(written);
  return LABELS.find((one) => IDENTITY.labels[one] === text) ?? null;
});

const textOf = (value: unknown): string => squash(String(value ?? '').slice(0, LONGEST));

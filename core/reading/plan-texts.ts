import { type Finding, finding } from '../findings/finding.ts';
import type { Cell, GridRow } from '../grid.ts';
import type { Field, IndicatorField, TaskField } from '../layout.ts';
import type { Obligations } from '../obligations.ts';
import type { Indicator, RowId, Task } from '../plan.ts';
import { matchKey, squash } from '../text.ts';
import { methodText } from '../wording/method-text.ts';
import { nameKeys } from './name-keys.ts';
import { at } from './scan-rows.ts';
import { fieldCell, type Table } from './table.ts';

/** The plan's own texts of every row, by column: what the form shows and the reader compares. Made once for a period's obligations. */
export interface PlanTexts {
  readonly indicators: ReadonlyMap<RowId, TextList<IndicatorField>>;
  readonly tasks: ReadonlyMap<RowId, TextList<TaskField>>;
}

export type TextList<F extends Field> = readonly (readonly [F, string])[];

const made = new WeakMap<Obligations, PlanTexts>();

export function planTexts(obligations: Obligations): PlanTexts {
  const { plan } = obligations;
  const known = made.get(obligations) ?? {
    indicators: new Map(plan.indicators.map((row) => [row.id, indicatorTexts(row, obligations)])),
    tasks: new Map(plan.tasks.map((row) => [row.id, taskTexts(row)])),
  };
  made.set(obligations, known);
  return known;
}

const indicatorTexts = (row: Indicator, obligations: Obligations): TextList<IndicatorField> => [
  ['tt', row.tt],
  ['name', row.name],
  ['target', row.targetText],
  ['leads', row.leadsText],
  ['implementers', row.implementersText],
  ['method', methodText(row, obligations)],
];

const taskTexts = (row: Task): TextList<TaskField> => [
  ['tt', row.tt ?? ''],
  ['name', row.name],
  ['leads', row.leadsText],
  ['coordinators', row.coordinatorsText],
  ['deliverable', row.deliverable],
  ['timeframe', row.timeframeText],
];

/** Decomposed letters and blanks make a text longer, but never so much: it is another one, and not worth making a key of. */
const isFarLonger = (value: unknown, text: string): boolean => typeof value === 'string' && value.length > 8 * text.length + 1000;

/** Made once a list: its texts as they came from the last workbook. A hundred forms share their strings, and a string is equal to itself at once. */
const seenTexts = new WeakMap<object, Cell['value'][]>();

function seenOf(texts: TextList<Field>): Cell['value'][] {
  const seen = seenTexts.get(texts) ?? texts.map(([, text]) => text);
  seenTexts.set(texts, seen);
  return seen;
}

/** The first plan text of a row that somebody changed; the plan's own text is what counts. A percentage typed anew (100% as 1) and a name with its number before it are the same. */
export function changedText<F extends Field>(table: Table<F>, row: GridRow, id: RowId, texts: TextList<F>): Finding[] {
  const seen = seenOf(texts);
  for (let k = 0; k < texts.length; k++) {
    const [field, text] = texts[k] as TextList<F>[number]; // k is below the length
    if (table.columns[field] === undefined) continue;
    const cell = fieldCell(table, row, field);
    if (cell && cell.value === seen[k]) {
      seen[k] = cell.value;
      continue;
    }
    if (isFarLonger(cell?.value, text)) return [finding('plan-text-changed', {}, { row: id, field, ...at(table, row, field) })];
    const shown = typeof cell?.value === 'number' && cell.format === 'percent' ? `${cell.value * 100}%` : squash(String(cell?.value ?? ''));
    const keys = field === 'name' ? nameKeys(shown) : [matchKey(shown)];
    if (!keys.includes(matchKey(text))) return [finding('plan-text-changed', {}, { row: id, field, ...at(table, row, field) })];
  }
  return [];
}

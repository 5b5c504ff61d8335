import type { ConditionalFormattingRule, Worksheet } from 'exceljs';
import {
  above,
  all,
  any,
  blank,
  type Condition,
  filled,
  noCount,
  noDigitOf,
  noNumber,
  noPart,
  not,
  notZero,
  saysNoneOf,
  zero,
} from '../../core/form/condition.ts';
import type { RowShape } from '../../core/form/row-shape.ts';
import {
  doneWithoutProduct,
  noFigure,
  nothingArose,
  notRelevantWithoutReason,
  otherState,
  otherStatus,
  reported,
} from '../../core/form/states.ts';
import { columnLetters } from '../../core/grid.ts';
import type { Field } from '../../core/layout.ts';
import { inputFields } from '../../core/tables/inputs.ts';
import { LEVELS, NO, YES } from '../../core/words.ts';
import { type Colour, conditionalGround, font } from '../style/type.ts';
import { rangeOf, runsOf } from './row-runs.ts';
import type { Table } from './table.ts';
import type { AskedRow } from './write-table.ts';

/** When an input cell is wrong, and when it is still missing. "Kiểm tra" has the sentence; the colour only shows where. */
interface Marks {
  readonly wrong?: Condition;
  readonly missing?: Condition;
}

const wanted = not(any(nothingArose, noFigure));
const reason: Marks = { missing: all(noFigure, blank('explanation')) };

const count = (field: Field, other: Field, more: Condition): Marks => ({
  wrong: any(
    noCount(field),
    all(noFigure, filled(field)),
    all(nothingArose, notZero(field)),
    all(wanted, filled(field), filled(other), more),
  ),
  missing: all(blank(field), wanted, any(reported, filled(other))),
});

/** A remark alone is no answer: the state is missing where something else of the row is. */
const state = (shape: RowShape): Marks => ({
  wrong: otherState,
  missing: all(blank(...inputFields(shape, 'state', 'answer')), filled(...inputFields(shape, 'reason', 'remark'))),
});

const choice = (shape: 'answer' | 'level', unknown: Condition): Readonly<Partial<Record<Field, Marks>>> => ({
  state: state(shape),
  value: { wrong: any(unknown, all(any(noFigure, nothingArose), filled('value'))), missing: all(reported, blank('value')) },
  explanation: reason,
});

const product: Marks = { missing: doneWithoutProduct };
const TASK: Readonly<Partial<Record<Field, Marks>>> = {
  status: {
    wrong: otherStatus,
    missing: all(blank('status'), filled(...inputFields('task', 'answer', 'reason', 'remark'))),
  },
  percent: { wrong: noPart('percent') },
  document: product,
  issuedOn: { wrong: noNumber('issuedOn') },
  summary: product,
};

const MARKS: Readonly<Record<RowShape, Readonly<Partial<Record<Field, Marks>>>>> = {
  counts: {
    state: state('counts'),
    numerator: count('numerator', 'denominator', above('numerator', 'denominator')),
    denominator: count('denominator', 'numerator', any(zero('denominator'), above('numerator', 'denominator'))),
    explanation: reason,
  },
  answer: choice('answer', saysNoneOf('value', [YES, NO])),
  level: choice('level', noDigitOf('value', LEVELS.join(''))),
  task: TASK,
  'sole-task': { ...TASK, note: { missing: notRelevantWithoutReason } },
  'optional-task': TASK,
};

/** Colours of "Kiểm tra" (after its ✕, ▲, ✓), and of input cells that are wrong or missing. */
export function setHighlights(sheet: Worksheet, table: Table, rows: readonly AskedRow[]): void {
  const [first] = rows;
  if (!first) return;
  const check = table.cellsOf(first.row)('check');
  sheet.addConditionalFormatting({
    ref: areaOf(table, 'check', rows),
    rules: [begins(check, '✕', 'missed'), begins(check, '▲', 'below'), begins(check, '✓', 'met')],
  });
  for (const shape of Object.keys(MARKS) as RowShape[]) {
    // keys of MARKS are shapes
    const alike = rows.filter((row) => row.shape === shape);
    const [top] = alike;
    if (!top) continue;
    const cell = relative(table, top.row);
    for (const [field, { wrong, missing }] of Object.entries(MARKS[shape]) as [Field, Marks][]) {
      sheet.addConditionalFormatting({
        ref: areaOf(table, field, alike),
        rules: [
          ...(wrong ? [marked(wrong.formula(cell), 'missedGround', 'missed')] : []),
          ...(missing ? [marked(missing.formula(cell), 'missingInput', 'below')] : []),
        ],
      });
    }
  }
}

/** Cells named with a fixed column, so that one formula serves each cell of a range that begins in this row. */
const relative =
  (table: Table, row: number) =>
  (field: Field): string =>
    `$${table.cellsOf(row)(field)}`;

const areaOf = (table: Table, field: Field, rows: readonly AskedRow[]): string =>
  runsOf(rows, () => true)
    .map((run) => rangeOf(columnLetters(table.columnOf(field)), run))
    .join(' ');

const begins = (cell: string, sign: string, colour: Colour): ConditionalFormattingRule =>
  ({
    type: 'expression',
    formulae: [`LEFT($${cell},1)="${sign}"`],
    style: { font: font({ colour, bold: sign !== '✓' }) },
  }) as ConditionalFormattingRule; // priority is given in order

const marked = (formula: string, fill: Colour, edge: Colour): ConditionalFormattingRule => {
  const side = { style: 'thin', color: font({ colour: edge }).color } as const;
  return {
    type: 'expression',
    formulae: [formula],
    style: { fill: conditionalGround(fill), border: { top: side, left: side, bottom: side, right: side } },
  } as ConditionalFormattingRule; // priority is given in order
};

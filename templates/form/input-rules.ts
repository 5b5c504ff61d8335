import type { DataValidation, Worksheet } from 'exceljs';
import type { Day } from '../../core/day.ts';
import type { InputRule } from '../../core/form/input-rule.ts';
import { inputRuleOf, inputsOf } from '../../core/form/row-inputs.ts';
import { columnLetters } from '../../core/grid.ts';
import type { FormTable } from './form-table.ts';
import { cellRange, rowRuns, shapesOf } from './row-runs.ts';
import type { AskedRow } from './write-table.ts';

/** Lists and number rules of the input cells, with a hint where the cell is chosen and a sentence where it is refused. */
export function setInputRules(sheet: Worksheet, table: FormTable, rows: readonly AskedRow[]): void {
  for (const shape of shapesOf(rows)) {
    const runs = rowRuns(rows, (row) => row.shape === shape);
    for (const column of inputsOf(shape)) {
      const rule = inputRuleOf(column, shape);
      if (rule === 'none') continue;
      const validation = validationOf(rule);
      for (const run of runs) validations(sheet).add(cellRange(columnLetters(table.columnOf(column.field)), run), validation);
    }
  }
}

const validationOf = (rule: InputRule): DataValidation =>
  ({
    allowBlank: true,
    showInputMessage: true,
    promptTitle: rule.title,
    prompt: rule.prompt,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: rule.title,
    error: rule.error,
    ...typeOf(rule),
  }) as DataValidation; // typeOf brings type and formulae

function typeOf(rule: InputRule): Partial<DataValidation> {
  switch (rule.kind) {
    // files separate a list's words by commas in every locale
    case 'list':
      return { type: 'list', formulae: [`"${rule.words.join(',')}"`] };
    case 'day':
      return { type: 'date', operator: 'between', formulae: [midnight(rule.first), midnight(rule.last)] };
    case 'whole':
    case 'decimal':
      return { type: rule.kind, operator: 'between', formulae: [rule.least, rule.most] };
  }
}

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** exceljs has it, its types do not. */
const validations = (sheet: Worksheet): { add(range: string, rule: DataValidation): void } =>
  (sheet as unknown as { dataValidations: { add(range: string, rule: DataValidation): void } }).dataValidations;

import type { Result } from '../../core/result.ts';
import type { Abilities } from './abilities.ts';
import { columnPoints } from './column-width.ts';
import { workInExcel } from './excel-run.ts';
import type { OwnWrites } from './own-writes.ts';
import { rangeOf } from './ranges.ts';
import { runsOf } from './runs-of.ts';
import { setLooks } from './set-look.ts';
import type { EditedValue, InputRule, SheetEdit } from './sheet-edit.ts';
import type { Trouble } from './trouble.ts';
import { typedValue } from './typed-value.ts';

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', 'very-hidden': 'VeryHidden' } as const;
const MOST_CELLS_A_BATCH = 10_000;
const MOST_EDITS_A_BATCH = 200;

/** Carries out the edits in their order; gives how many of which kind this Excel is too old for. */
export const applyEdits = (
  edits: readonly SheetEdit[],
  { abilities, own }: { abilities: Abilities; own: OwnWrites },
): Promise<Result<ReadonlyMap<SheetEdit['kind'], number>, Trouble>> =>
  workInExcel(async (context) => {
    const skipped = new Map<SheetEdit['kind'], number>();
    let waiting = 0;
    for (const edit of edits) {
      if (edit.kind === 'set-validation' && !abilities.validation) {
        skipped.set(edit.kind, (skipped.get(edit.kind) ?? 0) + 1);
        continue;
      }
      await applyEdit(context, edit, { abilities, own });
      waiting += edit.kind === 'set-cells' ? edit.cells.length : MOST_CELLS_A_BATCH / MOST_EDITS_A_BATCH;
      if (waiting < MOST_CELLS_A_BATCH) continue;
      await context.sync();
      waiting = 0;
    }
    await context.sync();
    return skipped;
  });

async function applyEdit(
  context: Excel.RequestContext,
  edit: SheetEdit,
  { abilities, own }: { abilities: Abilities; own: OwnWrites },
): Promise<void> {
  const { worksheets, names } = context.workbook;
  if (edit.kind === 'add-sheet') {
    worksheets.add(edit.sheet).visibility = VISIBILITY[edit.visibility];
    return;
  }
  const sheet = worksheets.getItem(edit.sheet);
  switch (edit.kind) {
    case 'set-cells':
      for (const { area, values } of runsOf(edit.cells)) {
        own.add(edit.sheet, area);
        rangeOf(sheet, area).values = values.map((value) => [edited(value)]);
      }
      return;
    case 'set-look':
      return setLooks(sheet, [edit], abilities);
    case 'set-width': {
      const { column, characters } = edit;
      rangeOf(sheet, { top: 1, left: column, bottom: 1, right: column }).format.columnWidth = columnPoints(characters);
      return;
    }
    case 'set-validation': {
      const { dataValidation } = rangeOf(sheet, edit.area);
      dataValidation.rule = validationOf(edit.rule);
      dataValidation.errorAlert = { title: edit.rule.title, message: edit.rule.message, style: 'Stop', showAlert: true };
      return;
    }
    case 'add-name': {
      const { name, row, column } = edit;
      names.add(name, rangeOf(sheet, { top: row, left: column, bottom: row, right: column }));
      return;
    }
  }
}

const edited = (value: EditedValue): string | number | boolean =>
  typeof value === 'object' && value !== null ? value.formula : typedValue(value);

function validationOf(rule: InputRule): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: rule.values.join(',') } };
    case 'whole-number':
      return { wholeNumber: { operator: 'Between', formula1: rule.least, formula2: rule.most } };
    case 'decimal':
      return { decimal: { operator: 'Between', formula1: rule.least, formula2: rule.most } };
  }
}

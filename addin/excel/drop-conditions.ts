import type { SheetEdit } from '../../core/adopting/sheet-edit.ts';
import { formulaByColumns } from '../../core/reading/form-formula.ts';
import { addressesOf } from './ranges.ts';

type OwnConditions = Extract<SheetEdit, { kind: 'own-conditions' }>;

/** Drops the conditional formats of cells that are not by one of the formulas named: two batches, however many cells and sheets. */
export async function dropConditions(context: Excel.RequestContext, wanted: readonly OwnConditions[]): Promise<void> {
  const asked = wanted.flatMap(({ sheet, areas, formulas }) => {
    const own = new Set(formulas.map(formulaByColumns));
    const worksheet = context.workbook.worksheets.getItem(sheet);
    return addressesOf(areas).map((addresses) => {
      const { conditionalFormats } = worksheet.getRanges(addresses);
      conditionalFormats.load('items/id,items/type');
      return { sheet, conditionalFormats, own };
    });
  });
  await context.sync();
  // One that reaches over many cells may be found several times.
  const found = new Map(
    asked.flatMap(({ sheet, conditionalFormats, own }) =>
      conditionalFormats.items.map(
        (item) => [`${sheet} ${item.id}`, { item, own, rule: item.type === 'Custom' ? item.custom.rule : null }] as const,
      ),
    ),
  );
  const all = [...found.values()];
  for (const { rule } of all) rule?.load('formula');
  if (all.some(({ rule }) => rule)) await context.sync();
  for (const { item, own, rule } of all) if (!rule || !own.has(formulaByColumns(rule.formula))) item.delete();
}

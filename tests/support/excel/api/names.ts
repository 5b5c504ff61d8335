import { cellName } from '../../../../core/grid.ts';
import type { ExcelModel } from '../model.ts';
import { Refusal } from '../refusal.ts';
import { isRemote, type Remote } from '../remote.ts';
import type { ModelSheet } from '../sheet.ts';
import { finders } from './finders.ts';
import { areaOfRange } from './range.ts';

/** Defined names, of the workbook or of one sheet; each with its formula (`='Phụ lục I'!$A$10`). */
export function namesApi(model: ExcelModel, names: Map<string, string>, own: ModelSheet | null): Remote {
  const api = (name: string, formula: string): Remote => ({
    type: 'NamedItem',
    id: name,
    get: { Name: () => name, Formula: () => formula },
    call: {
      Delete: () => {
        names.delete(name);
      },
    },
  });
  const find = (sought: string): Remote | null => {
    const found = [...names].find(([name]) => name.toLowerCase() === sought.toLowerCase());
    return found ? api(...found) : null;
  };
  const { item, call } = finders('NamedItem', find);
  return {
    type: own ? 'NamedItemCollection of a sheet' : 'NamedItemCollection',
    items: () => [...names].map(([name, formula]) => api(name, formula)),
    item,
    call: {
      ...call,
      Add(name, reference) {
        const key = String(name);
        // OfficeDev/office-js issue 2875: by these words.
        if (find(key)) throw new Refusal('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
        const formula = isRemote(reference) ? formulaOf(model, reference) : String(reference);
        names.set(key, formula);
        return api(key, formula);
      },
    },
  };
}

function formulaOf(model: ExcelModel, range: Remote): string {
  const { top, left } = areaOfRange(range);
  const [, title = ''] = /^'(.*)'!/.exec(String(range.get?.Address?.())) ?? [];
  const letters = cellName(top, left).replace(/\d+/, '');
  return `='${model.sheet(title).title.replaceAll("'", "''")}'!$${letters}$${top}`;
}

import { xmlText } from '../../core/xml-text.ts';
import { cellText } from './cell-text.ts';

/** The texts of a workbook, each written once. */
export interface SharedStringTable {
  readonly idOf: (text: string) => number;
  readonly xml: () => string;
}

export function sharedStrings(): SharedStringTable {
  const ids = new Map<string, number>();
  return {
    idOf(text) {
      const known = ids.get(text);
      if (known !== undefined) return known;
      ids.set(text, ids.size);
      return ids.size - 1;
    },
    xml() {
      const items: string[] = [];
      for (const text of ids.keys()) items.push(`<si><t xml:space="preserve">${xmlText(cellText(text))}</t></si>`);
      return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${ids.size}">${items.join('')}</sst>`;
    },
  };
}

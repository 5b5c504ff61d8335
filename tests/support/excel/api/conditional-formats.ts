import type { Area } from '../../../../core/grid.ts';
import { Refusal } from '../refusal.ts';
import type { Remote } from '../remote.ts';
import type { AreaSign, ModelSheet } from '../sheet.ts';
import { areasMeet } from '../without-area.ts';

/**
 * A protected sheet lets them be changed where it leaves the right to format cells (support.microsoft.com, "Protect a worksheet", Format
 * cells: "any of the options in the Format Cells or Conditional Formatting dialog boxes").
 */
const RIGHT = 'allowFormatCells';

/**
 * The conditional formats that any cell of some areas has. One that is deleted is gone from all cells that have it, also outside
 * (Excel.ConditionalFormat.delete: "Deletes this conditional format").
 */
export function conditionalFormatsApi(sheet: ModelSheet, areas: readonly Area[]): Remote {
  const here = () => {
    const found = sheet.signs.filter(({ area }) => areas.some((one) => areasMeet(one, area)));
    return [...new Map(found.map((one) => [idOf(one), one])).values()];
  };
  const itemApi = (one: AreaSign): Remote => ({
    type: 'ConditionalFormat',
    id: idOf(one),
    get: { Id: () => idOf(one), Type: () => (one.formula === undefined ? 'ContainsText' : 'Custom') },
    to: {
      TextComparison: () => textComparisonApi(one),
      Custom: () => {
        const { formula } = one;
        if (formula === undefined) throw new Refusal('InvalidArgument', 'a conditional format of another type');
        const rule: Remote = { type: 'ConditionalFormatRule', get: { Formula: () => `=${formula}` } };
        return { type: 'CustomConditionalFormat', to: { Rule: () => rule } };
      },
    },
    call: {
      Delete() {
        sheet.need(RIGHT);
        sheet.setRules({ signs: sheet.signs.filter((other) => idOf(other) !== idOf(one)) });
      },
    },
  });
  return {
    type: 'ConditionalFormatCollection',
    items: () => here().map(itemApi),
    item: (id) => {
      const found = sheet.signs.find((one) => idOf(one) === String(id));
      if (!found) throw new Refusal('ItemNotFound', `no conditional format ${String(id)}`);
      return itemApi(found);
    },
    call: {
      ClearAll() {
        sheet.need(RIGHT);
        for (const area of areas) sheet.setRules({ signs: sheet.signsOutside(area) });
      },
      Add(kind) {
        sheet.need(RIGHT);
        if (kind !== 'ContainsText') throw new Refusal('ApiNotSimulated', `a conditional format of type ${String(kind)}`);
        const id = `cf-${sheet.nextId()}`;
        const added = areas.map((area) => ({ id, area, sign: '', ink: '' }));
        sheet.setRules({ signs: [...sheet.signs, ...added] });
        const [one] = added;
        if (!one || added.length > 1) throw new Refusal('ApiNotSimulated', 'a conditional format of several areas');
        return { type: 'ConditionalFormat', to: { TextComparison: () => textComparisonApi(one) } };
      },
    },
  };
}

const idOf = ({ id, sign, ink, formula }: AreaSign): string => id ?? `${sign} ${ink} ${formula}`;

const textComparisonApi = (format: AreaSign): Remote => ({
  type: 'TextConditionalFormat',
  set: {
    Rule(value) {
      const { operator, text } = value as { operator?: unknown; text?: unknown }; // the library hands over the object as it was given
      if (operator !== 'BeginsWith') throw new Refusal('ApiNotSimulated', `the text operator ${String(operator)}`);
      format.sign = String(text);
    },
  },
  to: {
    Format: () => ({
      type: 'ConditionalRangeFormat',
      to: {
        Font: () => ({
          type: 'ConditionalRangeFont',
          set: {
            Color(value) {
              format.ink = String(value);
            },
          },
        }),
      },
    }),
  },
});

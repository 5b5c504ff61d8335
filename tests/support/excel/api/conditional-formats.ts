import type { Area } from '../../../../core/grid.ts';
import { Refusal } from '../refusal.ts';
import type { Remote } from '../remote.ts';
import type { ModelSheet } from '../sheet.ts';

/** The conditional formats of an area: texts that begin with something, each with its ink. */
export function conditionalFormatsApi(sheet: ModelSheet, area: Area): Remote {
  const guard = (): void => {
    if (sheet.locked) throw new Refusal('AccessDenied', `"${sheet.title}" is protected.`);
  };
  return {
    type: 'ConditionalFormatCollection',
    call: {
      ClearAll() {
        guard();
        sheet.setRules({ signs: sheet.signsOutside(area) });
      },
      Add(kind) {
        guard();
        if (kind !== 'ContainsText') throw new Refusal('ApiNotSimulated', `a conditional format of type ${String(kind)}`);
        const added = { area, sign: '', ink: '' };
        sheet.setRules({ signs: [...sheet.signs, added] });
        return {
          type: 'ConditionalFormat',
          to: { TextComparison: () => textComparisonApi(added) },
        };
      },
    },
  };
}

const textComparisonApi = (format: ModelSheet['signs'][number]): Remote => ({
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

import type { Area } from '../../../../core/grid.ts';
import { Refusal } from '../refusal.ts';
import type { Remote } from '../remote.ts';
import type { ModelSheet } from '../sheet.ts';
import { areasMeet } from '../without-area.ts';

/**
 * The input rule of an area: what stood there before goes with what is set. On a protected sheet none can be changed, whatever it leaves
 * (support.microsoft.com, "Apply data validation to cells"), and a list is at most 255 characters (jmcnamara/XlsxWriter issue 562).
 */
export function validationApi(sheet: ModelSheet, area: Area): Remote {
  const same = (other: Area): boolean => JSON.stringify(other) === JSON.stringify(area);
  const set = (name: 'rule' | 'ignoreBlanks' | 'prompt' | 'alert') => (value: unknown) => {
    sheet.refuseProtected();
    const found = sheet.validations.find((one) => same(one.area));
    sheet.setRules({ validations: [...sheet.validationsOutside(area), { ...found, area, [name]: value }] });
  };
  return {
    type: 'DataValidation',
    get: { Type: () => typeOf(sheet.validations.find((one) => areasMeet(one.area, area))?.rule) },
    set: {
      Rule(value) {
        const source = (value as { list?: { source?: unknown } }).list?.source; // the library hands over the object as it was given
        if (typeof source === 'string' && source.length > 255)
          throw new Refusal('InvalidArgument', 'the list is longer than 255 characters');
        set('rule')(value);
      },
      IgnoreBlanks: set('ignoreBlanks'),
      Prompt: set('prompt'),
      ErrorAlert: set('alert'),
    },
    call: {
      Clear: () => {
        sheet.refuseProtected();
        sheet.setRules({ validations: sheet.validationsOutside(area) });
      },
    },
  };
}

/** The kind of a rule by Excel's name for it (Excel.DataValidationType). */
const typeOf = (rule: unknown): string => {
  const [name] = Object.keys((rule ?? {}) as object); // handed over as it was given: one member, named by its kind
  return name === undefined ? 'None' : `${name[0]?.toUpperCase()}${name.slice(1)}`;
};

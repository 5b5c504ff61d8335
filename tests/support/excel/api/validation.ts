import type { Area } from '../../../../core/grid.ts';
import { Refusal } from '../refusal.ts';
import type { Remote } from '../remote.ts';
import type { ModelSheet } from '../sheet.ts';

/** The input rule of an area. Excel refuses a list of more than 255 characters. */
export function validationApi(sheet: ModelSheet, area: Area): Remote {
  const rule = () => {
    const found = sheet.validations.find((one) => one.area === area) ?? { area, rule: null, alert: null };
    if (!sheet.validations.includes(found)) sheet.validations.push(found);
    return found;
  };
  return {
    type: 'DataValidation',
    set: {
      Rule(value) {
        if (sheet.locked) throw new Refusal('AccessDenied', `"${sheet.title}" is protected.`);
        const source = (value as { list?: { source?: unknown } }).list?.source; // the library hands over the object as it was given
        if (typeof source === 'string' && source.length > 255)
          throw new Refusal('InvalidArgument', 'the list is longer than 255 characters');
        rule().rule = value;
      },
      ErrorAlert(value) {
        rule().alert = value;
      },
    },
  };
}

import type { ExcelModel } from '../model.ts';
import type { Remote } from '../remote.ts';
import { finders } from './finders.ts';

/** `workbook.settings`: what add-ins keep in the file. */
export function settingsApi(model: ExcelModel): Remote {
  const { item, call } = finders('Setting', (key) => (model.settings.has(key) ? settingApi(model, key) : null));
  return {
    type: 'SettingCollection',
    item,
    call: {
      ...call,
      Add(key, value) {
        model.settings.set(String(key), value);
        const setting = settingApi(model, String(key));
        if (model.knobs.forgetsSettings) model.settings.delete(String(key));
        return setting;
      },
    },
  };
}

const settingApi = (model: ExcelModel, key: string): Remote => ({
  type: 'Setting',
  id: key,
  get: { Key: () => key, Value: () => model.settings.get(key) },
  call: {
    Delete: () => {
      model.settings.delete(key);
    },
  },
});

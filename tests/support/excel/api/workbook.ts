import type { ExcelModel } from '../model.ts';
import type { Remote } from '../remote.ts';
import { namesApi } from './names.ts';
import { settingsApi } from './settings.ts';
import { worksheetsApi } from './worksheets.ts';

/** `context.workbook`, the root of every batch. */
export const workbookApi = (model: ExcelModel, forget: (reference: string) => void): Remote => ({
  type: 'Workbook',
  to: {
    Worksheets: () => worksheetsApi(model),
    Names: () => namesApi(model, model.names, null),
    Settings: () => settingsApi(model),
  },
  call: {
    _RemoveReference: (reference) => forget(String(reference)),
  },
});

/** What office.js asks for on its own account. */
export const services: Readonly<Record<string, Remote>> = {
  'Microsoft.InternalService.AddinInternalService': { type: 'AddinInternalService', call: { NotifyActionHandlerReady: () => undefined } },
};

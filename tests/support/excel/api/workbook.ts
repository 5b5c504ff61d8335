import type { ExcelModel } from '../model.ts';
import { UNDO_GROUP } from '../newer-library.ts';
import { Refusal } from '../refusal.ts';
import type { Remote } from '../remote.ts';
import { namesApi } from './names.ts';
import { rangeApi } from './range.ts';
import { settingsApi } from './settings.ts';
import { tablesApi } from './tables.ts';
import { worksheetApi, worksheetsApi } from './worksheets.ts';

/** `context.workbook`, the root of every batch. */
export const workbookApi = (model: ExcelModel, forget: (reference: string) => void): Remote => ({
  type: 'Workbook',
  to: {
    Worksheets: () => worksheetsApi(model),
    Names: () => namesApi(model, model.names, null),
    Settings: () => settingsApi(model),
    Tables: () => tablesApi(model, null, (sheet) => worksheetApi(model, sheet)),
    Application: () => applicationApi(model),
  },
  call: {
    GetActiveCell() {
      // OfficeDev/office-js issue 5319: of a workbook that is not in front, and of a chart sheet.
      if (!model.hasActiveCell) throw new Refusal('InvalidSelection', 'The current selection is invalid for this operation.');
      const { top, left } = model.selection;
      return rangeApi(model, model.sheet(model.active), { top, left, bottom: top, right: left });
    },
    // Excel on the web opens a new workbook by a member of its own.
    CreateAndOpenWorkbook: (base64) => openFile(model, base64),
    _RemoveReference: (reference) => forget(String(reference)),
    [UNDO_GROUP]: () => undefined,
  },
});

function openFile(model: ExcelModel, base64: unknown): void {
  if (!model.knobs.opensWorkbooks) throw new Refusal('GeneralException', 'A new workbook cannot be opened.');
  model.openedFiles.push(new Uint8Array(Buffer.from(String(base64), 'base64')));
}

const applicationApi = (model: ExcelModel): Remote => ({
  type: 'Application',
  get: { CalculationMode: () => model.calculates },
  call: {
    CreateWorkbook: (base64) => ({ type: 'WorkbookCreated', id: 'created', call: { Open: () => openFile(model, base64) } }),
  },
});

/** What office.js asks for on its own account. */
export const services: Readonly<Record<string, Remote>> = {
  'Microsoft.InternalService.AddinInternalService': { type: 'AddinInternalService', call: { NotifyActionHandlerReady: () => undefined } },
};

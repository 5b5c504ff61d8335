import { LAST_COLUMN, LAST_ROW } from '../../../../core/address.ts';
import { EVENTS, type EventName } from '../events.ts';
import { areaOf, type ExcelModel } from '../model.ts';
import { Refusal } from '../refusal.ts';
import { isRemote, type Remote } from '../remote.ts';
import type { ModelSheet } from '../sheet.ts';

import { finders } from './finders.ts';
import { namesApi } from './names.ts';
import { notesApi } from './notes.ts';
import { areaOfRange, rangeApi, rangesApi } from './range.ts';
import { tablesApi } from './tables.ts';

export function worksheetsApi(model: ExcelModel): Remote {
  const { item, call } = finders('Worksheet', (key) => {
    const sheet = model.find(key);
    return sheet ? worksheetApi(model, sheet) : null;
  });
  return {
    type: 'WorksheetCollection',
    items: () => model.sheets.map((sheet) => worksheetApi(model, sheet)),
    item,
    call: {
      ...call,
      GetCount: () => model.sheets.length,
      GetActiveWorksheet: () => worksheetApi(model, model.sheet(model.active)),
      Add: (title) => worksheetApi(model, model.addSheet(String(title))),
      ...registrations(model),
    },
  };
}

const VISIBILITIES: readonly unknown[] = ['Visible', 'Hidden', 'VeryHidden'];

export function worksheetApi(model: ExcelModel, sheet: ModelSheet): Remote {
  return {
    type: 'Worksheet',
    id: sheet.id,
    get: { Id: () => sheet.id, Name: () => sheet.title, Visibility: () => sheet.visibility },
    set: {
      Name: (title) => model.renameSheet(sheet, String(title)),
      Position: (position) => model.moveSheet(sheet, Number(position)),
      Visibility(value) {
        if (!VISIBILITIES.includes(value)) throw new Refusal('InvalidArgument', `visibility ${value}`);
        // On Windows and the Mac it cannot be undone ("Undo capabilities", unsupported APIs).
        if (model.undoGroup !== null) throw new Refusal('UndoNotSupported', 'Worksheet.visibility cannot be grouped.');
        model.hideOrShow(sheet, value as ModelSheet['visibility']); // one of the three
        model.undoStack.clear();
      },
    },
    to: {
      Names: () => namesApi(model, sheet.names, sheet),
      Notes: () => notesApi(model, sheet),
      FreezePanes: () => freezePanesApi(sheet),
      Protection: () => protectionApi(model, sheet),
      Tables: () => tablesApi(model, sheet, (other) => worksheetApi(model, other)),
    },
    call: {
      GetUsedRangeOrNullObject: () => {
        const area = sheet.used();
        return area ? rangeApi(model, sheet, area) : null;
      },
      GetRangeByIndexes: (top, left, rows, columns) =>
        rangeApi(model, sheet, indexArea(Number(top), Number(left), Number(rows), Number(columns))),
      GetRange: (address) =>
        rangeApi(model, sheet, typeof address === 'string' ? areaOf(address) : { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN }),
      GetRanges: (addresses) => rangesApi(model, sheet, String(addresses)),
      Activate: () => model.activate(sheet.title),
      // Not undone, and grouped no more than that ("Undo capabilities", unsupported APIs).
      Delete: () => {
        if (model.undoGroup !== null) throw new Refusal('UndoNotSupported', 'Worksheet.delete cannot be grouped.');
        if (sheet.visibility === 'VeryHidden') throw new Refusal('InvalidOperation', `"${sheet.title}" is very hidden.`); // Excel.Worksheet.delete
        model.deleteSheet(sheet.title);
        model.undoStack.clear();
      },
    },
  };
}

function indexArea(top: number, left: number, rows: number, columns: number) {
  if (top < 0 || left < 0 || rows < 1 || columns < 1 || top + rows > LAST_ROW || left + columns > LAST_COLUMN)
    throw new Refusal('InvalidArgument', `range by indexes ${top}, ${left}, ${rows}, ${columns}`);
  return { top: top + 1, left: left + 1, bottom: top + rows, right: left + columns };
}

/** Events of all sheets together (ExcelApi 1.9 and older sets than our floor): nobody listens to a single sheet. */
const registrations = (model: ExcelModel): NonNullable<Remote['call']> =>
  Object.fromEntries(
    (Object.keys(EVENTS) as EventName[]).flatMap((event) => [
      [`_Register${EVENTS[event].word}Event`, () => model.events.listen(event)],
      [`_Unregister${EVENTS[event].word}Event`, () => model.events.forget(event)],
    ]),
  );

/**
 * Protecting and unprotecting cannot be undone: they empty the undo stack, and in a group they are refused ("Undo capabilities",
 * unsupported APIs). A build refused both to everybody (issue 6784).
 */
function protectionApi(model: ExcelModel, sheet: ModelSheet): Remote {
  const change = (isLocked: boolean): void => {
    if (model.knobs.keepsProtection) throw new Refusal('AccessDenied', `"${sheet.title}" is protected.`);
    if (model.undoGroup !== null) throw new Refusal('UndoNotSupported', 'WorksheetProtection cannot be grouped.');
    sheet.locked = isLocked;
    model.undoStack.clear();
  };
  return {
    type: 'WorksheetProtection',
    get: { Protected: () => sheet.locked, Options: () => sheet.protection },
    call: {
      Unprotect: () => change(false),
      Protect(options) {
        // Excel.WorksheetProtection.protect: "Fails if the worksheet has already been protected"; by which code is our claim.
        if (sheet.locked) throw new Refusal('InvalidOperation', `"${sheet.title}" is protected already.`);
        sheet.protection = (options ?? {}) as ModelSheet['protection']; // handed over as it was given
        change(true);
      },
    },
  };
}

const freezePanesApi = (sheet: ModelSheet): Remote => ({
  type: 'WorksheetFreezePanes',
  call: {
    FreezeAt: (range) => {
      sheet.frozen = isRemote(range) ? areaOfRange(range) : areaOf(String(range));
    },
    FreezeRows: (count) => {
      sheet.frozen = { top: 1, left: 1, bottom: Number(count), right: 0 };
    },
    FreezeColumns: (count) => {
      sheet.frozen = { top: 1, left: 1, bottom: 0, right: Number(count) };
    },
  },
});

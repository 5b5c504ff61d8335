import { LAST_COLUMN, LAST_ROW } from '../../../../core/address.ts';
import { EVENTS, type EventName, WORKBOOK_TARGET } from '../events.ts';
import { areaOf, type ExcelModel } from '../model.ts';
import { Refusal } from '../refusal.ts';
import { isRemote, type Remote } from '../remote.ts';
import type { ModelSheet } from '../sheet.ts';

import { finders } from './finders.ts';
import { namesApi } from './names.ts';
import { notesApi } from './notes.ts';
import { areaOfRange, rangeApi, rangesApi } from './range.ts';

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
      Add: (title) => worksheetApi(model, model.addSheet(String(title))),
      ...registrations(model, WORKBOOK_TARGET, [
        'changed',
        'activated',
        'added',
        'selection',
        'deleted',
        'calculated',
        'formatChanged',
        'rowsSorted',
        'columnsSorted',
      ]),
    },
  };
}

const VISIBILITIES: readonly unknown[] = ['Visible', 'Hidden', 'VeryHidden'];

function worksheetApi(model: ExcelModel, sheet: ModelSheet): Remote {
  return {
    type: 'Worksheet',
    id: sheet.id,
    get: { Id: () => sheet.id, Name: () => sheet.title, Visibility: () => sheet.visibility },
    set: {
      Visibility(value) {
        if (!VISIBILITIES.includes(value)) throw new Refusal('InvalidArgument', `visibility ${value}`);
        sheet.visibility = value as ModelSheet['visibility']; // one of the three
      },
    },
    to: {
      Names: () => namesApi(model, sheet.names, sheet),
      Notes: () => notesApi(sheet),
      FreezePanes: () => freezePanesApi(sheet),
      Protection: () => protectionApi(model, sheet),
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
      ...registrations(model, sheet.id, ['changed', 'selection']),
    },
  };
}

function indexArea(top: number, left: number, rows: number, columns: number) {
  if (top < 0 || left < 0 || rows < 1 || columns < 1 || top + rows > LAST_ROW || left + columns > LAST_COLUMN)
    throw new Refusal('InvalidArgument', `range by indexes ${top}, ${left}, ${rows}, ${columns}`);
  return { top: top + 1, left: left + 1, bottom: top + rows, right: left + columns };
}

const registrations = (model: ExcelModel, target: string, events: readonly EventName[]): NonNullable<Remote['call']> =>
  Object.fromEntries(
    events.flatMap((event) => [
      [`_Register${EVENTS[event].word}Event`, () => model.events.listen(event, target)],
      [`_Unregister${EVENTS[event].word}Event`, () => model.events.forget(event, target)],
    ]),
  );

/** Protecting and unprotecting are not undoable ("Undo capabilities", unsupported APIs); a build refused both to everybody (issue 6784). */
function protectionApi(model: ExcelModel, sheet: ModelSheet): Remote {
  const change = (isLocked: boolean): void => {
    if (model.knobs.keepsProtection) throw new Refusal('AccessDenied', `"${sheet.title}" is protected.`);
    sheet.locked = isLocked;
    model.undoable.length = 0;
  };
  return {
    type: 'WorksheetProtection',
    get: { Protected: () => sheet.locked, Options: () => ({ ...sheet.protection, allowFormatCells: sheet.mayFormat }) },
    call: {
      Unprotect: () => change(false),
      Protect(options) {
        if (sheet.locked) throw new Refusal('InvalidOperation', `"${sheet.title}" is protected already.`);
        sheet.protection = options as ModelSheet['protection']; // handed over as it was read
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

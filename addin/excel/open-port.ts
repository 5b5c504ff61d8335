import { failed, ok, type Result } from '../../core/result.ts';
import { abilitiesHere } from './abilities.ts';
import { applyEdits } from './apply-edits.ts';
import { lockedAmong, unlockAreas } from './cell-locks.ts';
import type { Pauses } from './edit-queue.ts';
import { type ExcelCalls, excelCalls } from './excel-calls.ts';
import { excelEvents } from './excel-events.ts';
import { knownSheets } from './known-sheets.ts';
import { listenForEdits } from './listen-edits.ts';
import { listenForSelection } from './listen-selection.ts';
import { workbookMemory } from './memory.ts';
import { openAsWorkbook, openInBrowser } from './open-workbook.ts';
import type { WorkbookPlace, WorkbookPort } from './port.ts';
import { putTable } from './put-table.ts';
import { excelRange } from './ranges.ts';
import { workbookReader } from './read-workbook.ts';
import type { Trouble } from './trouble.ts';
import { writeChangedCells } from './write-changed-cells.ts';
import { writeSheet } from './write-sheet.ts';

/** Long enough for the events of one action to arrive together, short enough to feel at once. */
const PAUSES: Pauses = { quietMs: 120, mostMs: 600 };
/** office.js never answers outside Office. */
const PATIENCE_MS = 8000;

/** The port to the workbook around the pane: waits for Office, then says whether this Excel is new enough (ExcelApi 1.14). */
export async function openWorkbookPort(pauses: Pauses = PAUSES): Promise<Result<WorkbookPort, Trouble>> {
  const trouble = (kind: Trouble['kind'], detail: string) => failed({ kind, sheet: null, detail });
  if (typeof Office === 'undefined') return trouble('no-host', 'office.js is not there');
  const host = await officeHost();
  if (host !== 'Excel') return trouble('no-host', host ?? 'no host');
  const abilities = abilitiesHere();
  return abilities.form ? ok(portTo(pauses)) : trouble('not-supported', 'ExcelApi below 1.14');
}

/** The port to an Excel that is known to be there. */
export function portTo(pauses: Pauses = PAUSES): WorkbookPort {
  const abilities = abilitiesHere();
  const excel = excelCalls();
  const known = knownSheets();
  const listeners = { excel, events: excelEvents(excel), known, pauses };
  return {
    abilities,
    read: workbookReader(excel, known),
    onEdit: (listener) => listenForEdits(listener, listeners),
    onSelect: (listener, alsoRead = () => []) => listenForSelection(listener, alsoRead, listeners),
    write: (writes) => writeChangedCells(writes, { excel, known }),
    select: (place) => selectCell(excel, place),
    addSheet: (sheet, progress) => writeSheet(sheet, { abilities, excel }, progress),
    putTable: (table) => putTable(table, excel),
    apply: (edits) => applyEdits(edits, { abilities, excel }),
    lockedAmong: (cells) => lockedAmong(cells, excel),
    unlock: (cells) => unlockAreas(cells, excel),
    openAsWorkbook: (file) => openAsWorkbook(file, excel),
    openInBrowser,
    memory: workbookMemory(excel),
    pulse: excel.pulse,
  };
}

const selectCell = (excel: ExcelCalls, { sheet, row, column }: WorkbookPlace): Promise<Result<null, Trouble>> =>
  excel.ask(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    excelRange(worksheet, { top: row, left: column, bottom: row, right: column }).select();
    await context.sync();
    return null;
  });

async function officeHost(): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const never = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    const info = await Promise.race([Office.onReady(), never]);
    return info?.host ? String(info.host) : null;
  } finally {
    clearTimeout(timer);
  }
}

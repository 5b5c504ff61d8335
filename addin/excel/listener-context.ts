import type { Pauses } from './edit-queue.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { ExcelEvents } from './excel-events.ts';
import type { KnownSheets } from './known-sheets.ts';

/** What the listeners share with the rest of the adapter. */
export interface ListenerContext {
  readonly excel: ExcelCalls;
  readonly events: ExcelEvents;
  readonly known: KnownSheets;
  readonly pauses: Pauses;
}

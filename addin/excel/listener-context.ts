import type { Abilities } from './abilities.ts';
import type { Pauses } from './edit-queue.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { KnownSheets } from './known-sheets.ts';
import type { OwnWrites } from './own-writes.ts';

/** What the listeners share with the rest of the adapter. */
export interface ListenerContext {
  readonly abilities: Abilities;
  readonly excel: ExcelCalls;
  readonly known: KnownSheets;
  readonly own: OwnWrites;
  readonly pauses: Pauses;
}

import { ok, type Result } from '../../core/result.ts';
import { type ExcelChange, editQueue } from './edit-queue.ts';
import { leftCell } from './left-cell.ts';
import type { ListenerContext } from './listener-context.ts';
import type { Edit, Unsubscribe } from './port.ts';
import { areasOf } from './ranges.ts';
import type { SheetEvent } from './sheet-event.ts';
import type { Trouble } from './trouble.ts';

/** A change of which Excel does not say where it was. */
const SOMEWHERE: ExcelChange = { sheet: null, areas: [], source: null };

/** Calls the listener for everything that may have changed a cell and was not written by the pane. */
export async function listenForEdits(
  listener: (edit: Edit) => void | Promise<void>,
  { excel, events, known, pauses }: ListenerContext,
): Promise<Result<Unsubscribe, Trouble>> {
  const queue = editQueue(listener, pauses);
  const somewhere = async (): Promise<void> => queue.add(SOMEWHERE);
  const changed = async (event: SheetEvent): Promise<void> => {
    if (event.triggerSource === 'ThisLocalAddin') return;
    const source = event.source === 'Remote' ? 'remote' : 'local';
    queue.add({ sheet: known.titleOf(event.worksheetId), areas: areasOf(event.address), source });
  };
  const listening = await events.listen({
    onActivated: somewhere,
    onAdded: somewhere,
    onDeleted: somewhere,
    onCalculated: somewhere,
    onRowSorted: somewhere,
    onColumnSorted: somewhere,
    // Another number format changes what is read: 0,4 becomes 40 %, 46304 a date.
    onFormatChanged: somewhere,
    onChanged: changed,
    onSelectionChanged: leftCell(excel, known, queue),
  });
  if (!listening.ok) {
    queue.stop();
    return listening;
  }
  return ok(async () => {
    queue.stop();
    await listening.value();
  });
}

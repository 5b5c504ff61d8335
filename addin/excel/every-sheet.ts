import type { Abilities } from './abilities.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { Registered, Subscriptions } from './subscriptions.ts';

type PerSheet = 'onChanged' | 'onSelectionChanged';

/** What both kinds of event say; `details`, `getRange` and the like are never needed: cells are read again instead. */
export interface SheetEvent {
  readonly worksheetId: string;
  readonly address?: string;
  readonly source?: string;
  readonly triggerSource?: string;
}

export type SheetHandler = (event: SheetEvent) => Promise<void>;

/** Who listens to what, and where its handlers are kept to be taken back. */
interface Listening {
  readonly event: PerSheet;
  readonly handler: SheetHandler;
  readonly abilities: Abilities;
  readonly excel: ExcelCalls;
  readonly kept: Subscriptions;
}

/**
 * Listens to an event of every sheet, also of those added later. Excel from 1.9 has one listener for all; before, each sheet has its
 * own. Calls `context.sync`.
 */
export async function onEverySheet(context: Excel.RequestContext, { event, handler, abilities, excel, kept }: Listening): Promise<void> {
  const { worksheets } = context.workbook;
  if (abilities.allSheets) {
    kept.add(worksheets[event].add(handler));
    await context.sync();
    return;
  }
  worksheets.load('items/id');
  await context.sync();
  kept.add(...worksheets.items.map((sheet): Registered => sheet[event].add(handler)));
  kept.add(
    worksheets.onAdded.add(async ({ worksheetId }) => {
      await excel.ask(async (later) => {
        const sheet = later.workbook.worksheets.getItemOrNullObject(worksheetId);
        sheet.load('id');
        await later.sync();
        if (!sheet.isNullObject) kept.add(sheet[event].add(handler));
        await later.sync();
      });
    }),
  );
  await context.sync();
}

import { ok, type Result } from '../../core/result.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { Unsubscribe } from './port.ts';
import type { SheetEvent, SheetHandler } from './sheet-event.ts';
import type { Trouble } from './trouble.ts';

/** Events of all sheets together (ExcelApi 1.9 and older sets than our floor). */
export type SheetEventName =
  | 'onActivated'
  | 'onAdded'
  | 'onCalculated'
  | 'onChanged'
  | 'onColumnSorted'
  | 'onDeleted'
  | 'onFormatChanged'
  | 'onRowSorted'
  | 'onSelectionChanged';

export type SheetHandlers = Readonly<Partial<Record<SheetEventName, SheetHandler>>>;

/** Who of the pane listens to what of one Excel. */
export interface ExcelEvents {
  /** Calls the handlers until the function that it gives is called. */
  listen(handlers: SheetHandlers): Promise<Result<Unsubscribe, Trouble>>;
}

/** What Excel returns when a handler is registered, whatever the event. */
type Registered = Pick<OfficeExtension.EventHandlerResult<unknown>, 'remove' | 'context'>;

/**
 * The events of one Excel. It is registered with once for each event, however many parts of the pane listen: whether a handler that one part
 * takes back ends the event for the others nobody says. Registering and taking back follow one another, so that a part that goes while Excel
 * is slow to register it takes nothing from the part that comes in its place. A cell that is being typed in holds either back until it is
 * left.
 */
export function excelEvents(excel: ExcelCalls): ExcelEvents {
  const listeners = new Set<SheetHandlers>();
  /** More than one of an event where Excel did at last what was given up: the first one tells. */
  const registered = new Map<SheetEventName, Registered[]>();

  const register = (context: Excel.RequestContext, name: SheetEventName): Registered => {
    const own: Registered = context.workbook.worksheets[name].add(async (event: SheetEvent) => {
      if (registered.get(name)?.[0] === own) await Promise.all([...listeners].map((one) => one[name]?.(event)));
    });
    return own;
  };
  /** Has Excel tell of what is wanted by now. */
  const registerMissing = async (): Promise<Result<null, Trouble>> => {
    const missing = [...new Set([...listeners].flatMap((one) => Object.keys(one) as SheetEventName[]))].filter(
      (name) => !registered.has(name),
    );
    if (missing.length === 0) return ok(null);
    let isGivenUp = false;
    const done = await excel.ask(async (context) => {
      const added = missing.map((name) => [name, register(context, name)] as const);
      await context.sync();
      for (const [name, one] of added) registered.set(name, [...(registered.get(name) ?? []), one]);
      if (isGivenUp) void align(); // Excel answered when nobody waited any more
      return null;
    });
    isGivenUp = !done.ok;
    return done;
  };
  const takeBack = async (): Promise<void> => {
    const gone = [...registered].filter(([name]) => ![...listeners].some((one) => one[name]));
    for (const [name] of gone) registered.delete(name);
    const handlers = gone.flatMap(([, all]) => all);
    // A handler can only be taken back where it was registered.
    for (const context of new Set(handlers.map((one) => one.context)))
      await excel.ask(
        async () => {
          for (const one of handlers) if (one.context === context) one.remove();
          await context.sync();
        },
        { context: context as Excel.RequestContext }, // only Excel's are kept
      );
  };
  let aligned: Promise<unknown> = Promise.resolve();
  const align = (): Promise<Result<null, Trouble>> => {
    const bring = async (): Promise<Result<null, Trouble>> => {
      const done = await registerMissing();
      await takeBack();
      return done;
    };
    const own = aligned.then(bring, bring);
    aligned = own;
    return own;
  };

  return {
    async listen(handlers) {
      listeners.add(handlers);
      const done = await align();
      if (!done.ok) {
        listeners.delete(handlers);
        return done;
      }
      return ok(async () => {
        if (listeners.delete(handlers)) await align();
      });
    },
  };
}

import type { ExcelCalls } from './excel-calls.ts';

/** Handlers registered with Excel, to be taken back together. */
export interface Subscriptions {
  add(...results: readonly Registered[]): void;
  remove(): Promise<void>;
}

/** What Excel returns when a handler is registered, whatever the event. */
export type Registered = Pick<OfficeExtension.EventHandlerResult<unknown>, 'remove' | 'context'>;

export function subscriptions(excel: ExcelCalls): Subscriptions {
  const kept: Registered[] = [];
  return {
    add: (...results) => {
      kept.push(...results);
    },
    async remove() {
      const contexts = new Map(kept.map((one) => [one.context, kept.filter(({ context }) => context === one.context)]));
      kept.length = 0;
      for (const [context, results] of contexts)
        await excel.change(
          async () => {
            for (const one of results) one.remove();
            await context.sync();
          },
          { context: context as Excel.RequestContext }, // a handler can only be taken back where it was registered; only Excel's are kept
        );
    },
  };
}

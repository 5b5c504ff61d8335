import { failed, ok, type Result } from '../../core/result.ts';
import type { Trouble, TroubleKind } from './trouble.ts';

/** How long a user may type in a cell before the pane says that Excel waits for it. */
const PATIENCE_MS = 1000;
const BETWEEN_TRIES_MS = 150;

const KINDS: Readonly<Record<string, TroubleKind>> = {
  AccessDenied: 'protected',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  RangeExceedsLimit: 'too-large',
  ApiNotFound: 'not-supported',
  InvalidOperationInCellEditMode: 'cell-edit-mode',
};

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/**
 * Asks Excel for something in one `Excel.run`. While a cell is being typed in, Excel holds the request back and answers later: after
 * a second this fails with `cell-edit-mode`, and the late answer is dropped.
 */
export async function askExcel<T>(batch: Batch<T>): Promise<Result<T, Trouble>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<T, Trouble>>((resolve) => {
    timer = setTimeout(() => resolve(failed({ kind: 'cell-edit-mode', sheet: null, detail: 'no answer yet' })), PATIENCE_MS);
  });
  const answer = Excel.run({ delayForCellEdit: true }, batch).then(ok, (error: unknown) => failed(troubleOf(error)));
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Where a change is made: the sheet that a trouble is about, and the context of an earlier run that it belongs to. */
interface Where {
  readonly sheet?: string | null;
  readonly context?: Excel.RequestContext;
}

/** Changes something in one `Excel.run`, now or not at all: a write must not land later, on cells that were edited meanwhile. */
export async function changeInExcel<T>(batch: Batch<T>, { sheet = null, context }: Where = {}): Promise<Result<T, Trouble>> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return ok(await (context ? Excel.run(context, batch) : Excel.run(batch)));
    } catch (error) {
      const trouble = troubleOf(error, sheet);
      if (trouble.kind !== 'cell-edit-mode' || Date.now() > until) return failed(trouble);
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    }
  }
}

/**
 * Changes something in many batches of one `Excel.run`. If a cell is being typed in at the beginning, nothing is done; later on, Excel
 * waits with the next batch until the cell is left, since a change that is half done is of no use.
 */
export async function changeInBatches<T>(batch: Batch<T>, sheet: string | null = null): Promise<Result<T, Trouble>> {
  const ready = await askExcel(async (context) => {
    context.workbook.worksheets.load('items/name');
    await context.sync();
  });
  if (!ready.ok) return ready;
  try {
    return ok(await Excel.run({ delayForCellEdit: true }, batch));
  } catch (error) {
    return failed(troubleOf(error, sheet));
  }
}

/** What went wrong, by Excel's own code for it. A mistake of ours (a property read before it was loaded) is no trouble: it is thrown. */
function troubleOf(error: unknown, sheet: string | null = null): Trouble {
  if (!(error instanceof OfficeExtension.Error) || error.code === 'PropertyNotLoaded') throw error;
  return { kind: KINDS[error.code] ?? 'failed', sheet, detail: `${error.code}: ${error.message}` };
}

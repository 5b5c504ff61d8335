import { failed, ok, type Result } from '../../core/result.ts';
import { type ExcelPulse, excelPulse } from './excel-pulse.ts';
import { excelTroubleOf, mayBeTyping } from './excel-trouble.ts';
import type { Trouble } from './trouble.ts';

/**
 * A slower answer is told of while it is waited for: an empty sync was seen to take 700 ms and more (OfficeDev/office-js issues 4812,
 * 3982).
 */
const MOMENT_MS = 1000;
/** Excel that has not answered by then is taken for one that does not (issues 6150, 4805: a sync that never ends). */
const PATIENCE_MS = 30_000;
/** The same for a change of many batches. */
const LONG_PATIENCE_MS = 300_000;
/** While an answer is waited for, so often it is asked again whether a cell is being typed in. */
const PROBE_EACH_MS = 4000;
const BETWEEN_TRIES_MS = 150;

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;
type Run<T> = (batch: Batch<T>) => Promise<T>;

interface Patience {
  readonly patienceMs: number;
  /** The sheet that a trouble is about. */
  readonly sheet: string | null;
}

/** Where a change is made: the sheet that a trouble is about, and the context of an earlier run that it belongs to. */
interface Where {
  readonly sheet?: string | null;
  readonly context?: Excel.RequestContext;
  /** Only cells are written: one step for the user's undo, where Excel can (ExcelApi 1.20; not every call can be undone, so not always). */
  readonly isOneUndo?: boolean;
}

/** All that is asked of one Excel goes through here: what is slow is waited for and told, what is refused is a trouble. */
export interface ExcelCalls {
  /**
   * Asks for something in one `Excel.run`. While a cell is being typed in Excel holds the request back; an answer that comes within half a
   * minute is used, however late.
   */
  ask<T>(batch: Batch<T>, where?: Pick<Where, 'context'>): Promise<Result<T, Trouble>>;
  /**
   * Changes something in one `Excel.run`. While a cell is being typed in this is refused after a second: a change must not land later,
   * on cells that were edited meanwhile.
   */
  change<T>(batch: Batch<T>, where?: Where): Promise<Result<T, Trouble>>;
  /**
   * Changes something in many batches of one `Excel.run`. If a cell is being typed in at the beginning, nothing is done; later on, Excel
   * waits with the next batch until the cell is left, since a change that is half done is of no use.
   */
  changeInBatches<T>(batch: Batch<T>, where?: Pick<Where, 'sheet' | 'isOneUndo'>): Promise<Result<T, Trouble>>;
  /** Waits, as patiently, for something that Excel was asked for by another way. */
  waitFor<T>(doing: Promise<T>): Promise<Result<T, Trouble>>;
  readonly pulse: ExcelPulse;
}

/** The calls to the Excel around the pane. */
export function excelCalls(): ExcelCalls {
  const { pulse, begin } = excelPulse();

  const waitFor = async <T>(doing: Promise<T>, { patienceMs, sheet }: Patience): Promise<Result<T, Trouble>> => {
    const call = begin();
    let typing = false;
    const isWaiting = new AbortController();
    const probing = setTimeout(async () => {
      while (!isWaiting.signal.aborted) {
        call.waitsFor(typing ? 'typing' : 'busy');
        typing = await isTyping();
        if (isWaiting.signal.aborted) return;
        call.waitsFor(typing ? 'typing' : 'busy');
        await pause(PROBE_EACH_MS);
      }
    }, MOMENT_MS);
    let giveUp: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Result<T, Trouble>>((resolve) => {
      giveUp = setTimeout(() => {
        call.end(false);
        resolve(failed({ kind: typing ? 'cell-edit-mode' : 'no-answer', sheet, detail: `no answer within ${patienceMs} ms` }));
      }, patienceMs);
    });
    const answer = doing.then(ok, async (error: unknown) => failed(await excelTroubleOf(error, sheet, isTyping)));
    try {
      const first = await Promise.race([answer, late]);
      call.end(first.ok || first.error.kind !== 'no-answer');
      return first;
    } finally {
      isWaiting.abort();
      clearTimeout(probing);
      clearTimeout(giveUp);
    }
  };

  const change = async <T>(batch: Batch<T>, { sheet = null, context, isOneUndo = false }: Where = {}): Promise<Result<T, Trouble>> => {
    const until = Date.now() + MOMENT_MS;
    for (;;) {
      const run: Run<T> = (one) => (context ? Excel.run(context, one) : Excel.run({}, one));
      const changed = await waitFor(isOneUndo ? inOneUndo({}, batch) : answerOf(run, batch), { patienceMs: PATIENCE_MS, sheet });
      if (changed.ok || changed.error.kind !== 'cell-edit-mode' || Date.now() > until) return changed;
      await pause(BETWEEN_TRIES_MS);
    }
  };

  return {
    ask: (batch, { context } = {}) =>
      waitFor(
        answerOf((one) => Excel.run({ ...WHEN_LEFT, ...(context && { previousObjects: context }) }, one), batch),
        {
          patienceMs: PATIENCE_MS,
          sheet: null,
        },
      ),
    change,
    async changeInBatches(batch, { sheet = null, isOneUndo = false } = {}) {
      const ready = await change(probe);
      if (!ready.ok) return ready;
      return waitFor(isOneUndo ? inOneUndo(WHEN_LEFT, batch) : answerOf(whenLeft, batch), { patienceMs: LONG_PATIENCE_MS, sheet });
    },
    waitFor: (doing) => waitFor(doing, { patienceMs: PATIENCE_MS, sheet: null }),
    pulse,
  };
}

/** Runs a batch once no cell is being typed in. */
const whenLeft = <T>(batch: Batch<T>): Promise<T> => Excel.run(WHEN_LEFT, batch);
const WHEN_LEFT: Excel.RunOptions = { delayForCellEdit: true };

/**
 * As one step of the user's undo. Where Excel refuses to group a call that it cannot undo, it is done without a group ("Undo capabilities
 * with the Excel JavaScript API": UndoNotSupported): a batch looks at what stands there first, so that what was done of it is not done
 * twice.
 */
async function inOneUndo<T>(options: Excel.RunOptions, batch: Batch<T>): Promise<T> {
  try {
    return await answerOf((one) => Excel.run({ ...options, mergeUndoGroup: true }, one), batch);
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error) || error.code !== 'UndoNotSupported') throw error;
    return answerOf((one) => Excel.run(options, one), batch);
  }
}

/** What a batch gives, as soon as it gives it: `Excel.run` itself ends one empty sync later. */
const answerOf = <T>(run: Run<T>, batch: Batch<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const answering: Batch<T> = async (context) => {
      const answer = await batch(context);
      resolve(answer);
      return answer;
    };
    run(answering).catch(reject);
  });

/** The least that can be asked. */
const probe: Batch<void> = async (context) => {
  context.workbook.worksheets.getCount();
  await context.sync();
};

/** A batch that may not wait is refused while a cell is being typed in. Excel that does not answer this either is no proof. */
async function isTyping(): Promise<boolean> {
  const nothing = pause(PROBE_EACH_MS).then(() => false);
  const refused = Excel.run(probe).then(() => false, mayBeTyping);
  return Promise.race([refused, nothing]);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

import { services, workbookApi } from './api/workbook.ts';
import { type Batch, type BatchAnswer, type References, runBatch } from './batch.ts';
import { hasSet } from './knobs.ts';
import type { ExcelModel } from './model.ts';
import { UNDO_GROUP } from './newer-library.ts';

/** A batch as it came over the wire; `tidying`: nothing but what the library does on its own account, such as giving back what it kept. */
export interface SeenBatch {
  readonly actions: number;
  readonly proxies: number;
  readonly changes: boolean;
  readonly tidying: boolean;
  readonly bytes: number;
}

/**
 * What the library does on its own account (on the desktop it sends telemetry some seconds after its start), and the adapter's question
 * whether a slow Excel has a cell being typed in.
 */
const BESIDE = ['_RemoveReference', 'NotifyActionHandlerReady', 'SendTelemetryEvent', 'GetCount', UNDO_GROUP];

/** A flag of a batch: it may wait until the cell is left that is being typed in. */
const DELAY_FOR_CELL_EDIT = 64;

/** What stands between office.js and the model, whichever way the batch came. */
export class ExcelHost {
  readonly model: ExcelModel;
  readonly seen: SeenBatch[] = [];
  /** Members of the API that were asked for and are not in the model. */
  readonly unknown: string[] = [];
  readonly #references: References = new Map();

  /** What stands before each batch, besides what the model's knobs say. */
  readonly #before: () => Promise<void>;

  constructor(model: ExcelModel, before: () => Promise<void> = async () => undefined) {
    this.model = model;
    this.#before = before;
  }

  /** Batches that did something, since the host began or since `seen` was emptied. */
  get batches(): number {
    return this.seen.filter(({ tidying }) => !tidying).length;
  }

  /** Carries out a batch, when Excel would. */
  async run(text: string, flags: number): Promise<BatchAnswer> {
    const { knobs } = this.model;
    const batch = JSON.parse(text) as Batch; // office.js wrote it
    const proxies = Object.keys(batch.ObjectPaths).length;
    if (knobs.latencyMs === 'never') return new Promise(() => undefined);
    if (typeof knobs.latencyMs !== 'number') await knobs.latencyMs;
    else if (knobs.latencyMs > 0) await pause(knobs.latencyMs);
    await this.#before();
    const doing = batch.Actions.filter(({ ActionType, Name }) => ActionType !== 1 && !BESIDE.includes(Name));
    const changes = batch.Actions.some(({ ActionType }) => ActionType === 4);
    const bytes = Buffer.byteLength(text);
    this.seen.push({ actions: batch.Actions.length, proxies, changes, tidying: doing.length === 0, bytes });
    if (bytes > knobs.mostBytes) return refused('RequestPayloadSizeLimitExceeded', `${bytes} bytes`);
    if (this.model.typing && (flags & DELAY_FOR_CELL_EDIT) === 0) return refused(knobs.editModeCode, 'Excel is in cell-editing mode.');
    while (this.model.typing) await pause(20);
    const root = workbookApi(this.model, (reference) => this.#references.delete(reference));
    const answer = this.#asOneAct(batch, () => runBatch(batch, { root, services, references: this.#references, unknown: this.unknown }));
    const size = Buffer.byteLength(JSON.stringify(answer));
    return size > knobs.mostBytes ? refused('ResponsePayloadSizeLimitExceeded', `${size} bytes`) : answer;
  }

  /**
   * What a batch changes is one step of the user's undo, one with the others of its group ("Undo capabilities with the Excel JavaScript
   * API"). Before ExcelApi 1.20 whatever an add-in wrote emptied the stack (issues 3788, 6170).
   */
  #asOneAct<T>(batch: Batch, carryOut: () => T): T {
    const { model } = this;
    const canUndo = hasSet(model.knobs, '1.20');
    model.undoGroup = canUndo ? groupOf(batch) : null;
    const before = model.undoStack.names.length;
    const done = model.undoStack.record('add-in', carryOut, model.undoGroup);
    model.undoGroup = null;
    if (!canUndo && model.undoStack.names.length > before) model.undoStack.clear();
    return done;
  }
}

const groupOf = ({ Actions }: Batch): number | null => {
  const mark = Actions.find(({ Name }) => Name === UNDO_GROUP);
  return mark ? Number(mark.ArgumentInfo?.Arguments?.[0]) : null;
};

const refused = (Code: string, Message: string): BatchAnswer => ({
  Results: [],
  Error: { Code, Message, Location: '', ActionIndex: 0 },
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

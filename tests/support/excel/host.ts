import { services, workbookApi } from './api/workbook.ts';
import { type Batch, type BatchAnswer, type References, runBatch } from './batch.ts';
import type { ExcelModel } from './model.ts';

/** A batch as it came over the wire; `tidying`: nothing but what the library does on its own account, such as giving back what it kept. */
export interface SeenBatch {
  readonly actions: number;
  readonly changes: boolean;
  readonly tidying: boolean;
  readonly bytes: number;
}

/** What the library does on its own account. */
const LIBRARYS_OWN = ['_RemoveReference', 'NotifyActionHandlerReady'];

/** A flag of a batch: it may wait until the cell is left that is being typed in. */
const DELAY_FOR_CELL_EDIT = 64;

/** What stands between office.js and the model, whichever way the batch came. */
export class ExcelHost {
  readonly model: ExcelModel;
  readonly seen: SeenBatch[] = [];
  /** Members of the API that were asked for and are not in the model. */
  readonly unknown: string[] = [];
  readonly #references: References = new Map();

  constructor(model: ExcelModel) {
    this.model = model;
  }

  /** Batches that did something, since the host began or since `seen` was emptied. */
  get batches(): number {
    return this.seen.filter(({ tidying }) => !tidying).length;
  }

  /** Carries out a batch, when Excel would. */
  async run(text: string, flags: number): Promise<BatchAnswer> {
    const { knobs } = this.model;
    if (knobs.latencyMs > 0) await pause(knobs.latencyMs);
    const batch = JSON.parse(text) as Batch; // office.js wrote it
    const doing = batch.Actions.filter(({ ActionType, Name }) => ActionType !== 1 && !LIBRARYS_OWN.includes(Name));
    const changes = batch.Actions.some(({ ActionType }) => ActionType === 4);
    const bytes = Buffer.byteLength(text);
    this.seen.push({ actions: batch.Actions.length, changes, tidying: doing.length === 0, bytes });
    if (bytes > knobs.mostBytes) return refused('RequestPayloadSizeLimitExceeded', `${bytes} bytes`);
    if (this.model.typing && (flags & DELAY_FOR_CELL_EDIT) === 0)
      return refused('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.');
    while (this.model.typing) await pause(20);
    const root = workbookApi(this.model, (reference) => this.#references.delete(reference));
    const answer = runBatch(batch, { root, services, references: this.#references, unknown: this.unknown });
    const size = Buffer.byteLength(JSON.stringify(answer));
    return size > knobs.mostBytes ? refused('ResponsePayloadSizeLimitExceeded', `${size} bytes`) : answer;
  }
}

const refused = (Code: string, Message: string): BatchAnswer => ({
  Results: [],
  Error: { Code, Message, Location: '', ActionIndex: 0 },
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

import type { Result } from '../../../core/result.ts';
import { type Change, type Entity, StoreUnavailable, type Table } from '../../../functions/store/table.ts';

/**
 * What becomes of a call: done; refused before its effect; done, but its answer lost; done, the answer lost and the call repeated
 * by the storage's client, whose second answer is what is heard.
 */
export type Outcome = 'done' | 'refused' | 'lost' | 'repeated';

/** A table whose calls wait until somebody lets them happen. `onCall` hears that one is waiting. */
export class SteppedTable implements Table {
  private waiting: ((outcome: Outcome) => void) | null = null;
  private readonly inner: Table;
  private readonly onCall: () => void;

  constructor(inner: Table, onCall: () => void) {
    this.inner = inner;
    this.onCall = onCall;
  }

  /** Lets the waiting call happen. */
  release(outcome: Outcome): void {
    const go = this.waiting;
    this.waiting = null;
    go?.(outcome);
  }

  read = (partition: string, row: string): Promise<Entity | null> => this.step(() => this.inner.read(partition, row));
  list = (partition: string, prefix: string): Promise<readonly Entity[]> => this.step(() => this.inner.list(partition, prefix));
  listPage = (...page: Parameters<Table['listPage']>): Promise<readonly Entity[]> => this.step(() => this.inner.listPage(...page));
  commit = (partition: string, changes: readonly Change[]): Promise<Result<'done', 'conflict'>> =>
    this.step(() => this.inner.commit(partition, changes));
  partitions = (): Promise<readonly string[]> => this.step(() => this.inner.partitions());
  ping = (): Promise<void> => this.step(() => this.inner.ping());
  close = (): Promise<void> => this.inner.close();

  private async step<T>(call: () => Promise<T>): Promise<T> {
    const outcome = await new Promise<Outcome>((go) => {
      this.waiting = go;
      this.onCall();
    });
    if (outcome === 'refused') throw new StoreUnavailable('refused');
    const answer = await call();
    if (outcome === 'lost') throw new StoreUnavailable('answer lost');
    return outcome === 'repeated' ? call() : answer;
  }
}

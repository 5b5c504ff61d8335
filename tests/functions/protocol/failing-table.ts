import { type Change, StoreUnavailable, type Table } from '../../../functions/store/table.ts';

export type Effect = 'before' | 'after';

/** A table one of whose calls fails, before its effect or after it: the n-th from when it is armed. */
export class FailingTable implements Table {
  calls = 0;
  private failing: { readonly call: number; readonly effect: Effect } | null = null;
  private readonly inner: Table;

  constructor(inner: Table) {
    this.inner = inner;
  }

  /** Counts anew; null: none fails. */
  arm(failing: { readonly call: number; readonly effect: Effect } | null): void {
    this.calls = 0;
    this.failing = failing;
  }

  read = (partition: string, row: string) => this.at(() => this.inner.read(partition, row));
  list = (partition: string, prefix: string) => this.at(() => this.inner.list(partition, prefix));
  listPage = (...page: Parameters<Table['listPage']>) => this.at(() => this.inner.listPage(...page));
  commit = (partition: string, changes: readonly Change[]) => this.at(() => this.inner.commit(partition, changes));
  partitions = () => this.at(() => this.inner.partitions());
  ping = () => this.at(() => this.inner.ping());
  close = () => this.inner.close();

  private async at<T>(call: () => Promise<T>): Promise<T> {
    const failing = this.failing?.call === ++this.calls ? this.failing.effect : null;
    if (failing === 'before') throw new StoreUnavailable('refused');
    const answer = await call();
    if (failing === 'after') throw new StoreUnavailable('answer lost');
    return answer;
  }
}

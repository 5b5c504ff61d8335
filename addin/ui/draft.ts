import type { Report } from '../../core/report.ts';

/** What is to be sent, kept on this machine until its receipt is there: a file, or what was filled in on the page. */
export interface Draft {
  /** The file's own; of what was filled in on the page empty. */
  readonly name: string;
  /** The file; null where the report itself is sent. */
  readonly bytes: Uint8Array | null;
  /** The idempotency key: made once for this content, the same over every retry. */
  readonly key: string;
  /** The version in force that the sender has seen; null for none. */
  readonly inForce: number | null;
  readonly report: Report;
  /** Whether it was asked to be sent: then it is sent as soon as the server is reached. */
  readonly asked: boolean;
  readonly keptAt: string;
  /** Who drew it up, as they named themselves; empty or left out: nobody in particular. */
  readonly preparedBy?: string;
}

/** "Tệp “bieu.xlsx”", as sentences begin with it. */
export const draftTitle = ({ name, bytes }: Pick<Draft, 'name' | 'bytes'>): string =>
  bytes === null ? 'Báo cáo nhập trên trang' : `Tệp “${name}”`;

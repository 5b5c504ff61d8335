import type { Finding } from '../findings/finding.ts';

/** Why a workbook cannot be fixed; the file as it was uploaded stays as it is. */
export type FixRefusal =
  /** No workbook that the reader takes, or none any more once fixed. */
  | { readonly kind: 'not-readable'; readonly finding: Finding }
  /** A change would break its digital signature. */
  | { readonly kind: 'signed' }
  | { readonly kind: 'no-such-cell'; readonly sheet: string; readonly cell: string }
  /** The cell shows a result of another cell's array formula, which would write over it. */
  | { readonly kind: 'in-array'; readonly sheet: string; readonly cell: string };

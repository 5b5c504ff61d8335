import type { Mend } from '../../../core/fixing/mend.ts';

/** What a mend writes, by cell: the value and how it is shown. */
export type Changed = Readonly<Record<string, readonly [string | number | null, string]>>;

export const changed = ({ changes }: Mend): Changed =>
  Object.fromEntries(changes.map(({ cell, value, format }) => [cell, [value, format]]));

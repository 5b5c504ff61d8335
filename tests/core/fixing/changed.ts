import type { Fix } from '../../../core/fixing/fix.ts';

/** What a fix writes, by cell: the value and how it is shown. */
export type Changed = Readonly<Record<string, readonly [string | number | null, string]>>;

export const changed = ({ changes }: Fix): Changed => Object.fromEntries(changes.map(({ cell, value, format }) => [cell, [value, format]]));

import type { Plan, RowId } from '../../core/plan.ts';
import { citedAs } from '../../core/wording/names.ts';

/** "Phụ lục I · I.1.3" and the row's own name. */
export function rowName({ indicators, tasks }: Plan, row: RowId): { readonly cited: string; readonly name: string } {
  const sheet = row.startsWith('PL1.') ? 'Phụ lục I' : 'Phụ lục II';
  const name = indicators.find(({ id }) => id === row)?.name ?? tasks.find(({ id }) => id === row)?.name ?? '';
  return { cited: `${sheet} · ${citedAs(row)}`, name };
}

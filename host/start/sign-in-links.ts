import type { AgencyId } from '../../core/plan/agency.ts';
import { issueCodes } from '../../functions/identity/sign-in-code.ts';
import type { Table } from '../../functions/store/table.ts';

const GOOD_FOR_MS = 30 * 60_000;

/**
 * A link to the desk for each of these offices, by their ids: it lets in once, within half an hour. The code stands in the fragment, which
 * no browser sends and no log has.
 */
export async function signInLinks(
  table: Table,
  { offices, baseUrl, at }: { readonly offices: readonly AgencyId[]; readonly baseUrl: string; readonly at: Date },
): Promise<ReadonlyMap<AgencyId, string>> {
  const codes = await issueCodes(table, offices, { by: 'máy chủ', at, goodForMs: GOOD_FOR_MS });
  return new Map([...codes].map(([office, code]) => [office, `${baseUrl}/desk/#ma-moi=${code}`]));
}

import type { AgencyId } from '../../core/agency.ts';
import { owedBy } from '../../core/obligations.ts';
import type { Plan, RowId } from '../../core/plan.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../identity/caller.ts';
import { readableRows } from '../identity/rights.ts';
import { type Ground, groundOf } from '../periods/ground.ts';
import type { ApiRequest } from './api.ts';
import { type Refusal, refuse } from './problem.ts';

/** Rows of a report that a caller may see; null for all of them. */
export type Sight = ReadonlySet<RowId> | null;

export const forbidden = (): Refusal => refuse('forbidden', 'Đơn vị không có quyền xem hoặc làm việc này.');
export const noPeriod = (): Refusal => refuse('not-found', 'Không có kỳ báo cáo này.');
export const noAgency = (): Refusal => refuse('not-found', 'Không có đơn vị này trong danh sách phải báo cáo.');
export const noVersion = (): Refusal => refuse('not-found', 'Không có lần nộp này.');
export const spoiltVersion = (): Refusal => refuse('not-found', 'Lần nộp này, hoặc lần nộp ngay trước, đang lưu nhưng không đọc được.');
export const spoiltReport = (): Refusal =>
  refuse('not-found', 'Báo cáo đang lưu của đơn vị không đọc được. Đơn vị gửi lại báo cáo; các lần nộp trước vẫn được giữ.');
export const nothingSent = (): Refusal => refuse('not-found', 'Đơn vị chưa nộp báo cáo.');

/** What a caller may see of an agency's report: its own and, for consolidators, every one whole; leads their rows. */
function sightOf(caller: Caller, agency: string | undefined, plan: Plan): Result<Sight, Refusal> {
  const rows = readableRows(plan, caller, agency ?? '');
  if (rows === null) return failed(forbidden());
  return ok(rows === 'all' ? null : new Set(rows));
}

/** The period and the agency that an address names, both there. */
export async function addressed(
  deps: Deps,
  parameters: Readonly<Record<string, string>>,
): Promise<Result<{ ground: Ground; agency: AgencyId }, Refusal>> {
  const ground = await groundOf(deps, parameters.period);
  if (!ground) return failed(noPeriod());
  const agency = ground.obligations.agency.get(parameters.agency ?? '');
  return agency ? ok({ ground, agency: agency.id }) : failed(noAgency());
}

/** The report that an address names and what the caller may see of it; whoever may see nothing is not told whether it is there. */
export async function readable(
  deps: Deps,
  { parameters }: ApiRequest,
  caller: Caller,
): Promise<Result<{ ground: Ground; agency: AgencyId; sight: Sight }, Refusal>> {
  const sight = sightOf(caller, parameters.agency, deps.plan);
  if (!sight.ok) return sight;
  const place = await addressed(deps, parameters);
  if (!place.ok) return place;
  // Whoever owes none of a lead's rows is not the lead's affair: not even whether it has sent.
  if (sight.value !== null && !owesOneOf(sight.value, place.value)) return failed(forbidden());
  return ok({ ...place.value, sight: sight.value });
}

function owesOneOf(rows: ReadonlySet<RowId>, { ground, agency }: { readonly ground: Ground; readonly agency: AgencyId }): boolean {
  const { indicators, tasks, optionalTasks } = owedBy(ground.obligations, agency);
  return [...indicators, ...tasks, ...optionalTasks].some(({ id }) => rows.has(id));
}

/** The period of an address for consolidators alone. */
export async function consolidatorsGround(
  deps: Deps,
  caller: Caller,
  parameters: Readonly<Record<string, string>>,
): Promise<Result<Ground, Refusal>> {
  if (!caller.consolidator) return failed(forbidden());
  const ground = await groundOf(deps, parameters.period);
  return ground ? ok(ground) : failed(noPeriod());
}

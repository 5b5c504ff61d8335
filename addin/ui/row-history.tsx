import type { ChangeList } from '../../contract/routes/get-changes.ts';
import type { Agency, AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Plan, RowId } from '../../core/plan/plan.ts';
import { ok, type Result } from '../../core/result.ts';
import { headerOf, valueText } from '../../core/tables/column-of.ts';
import type { Api } from '../api/api.ts';
import type { ApiTrouble } from '../api/trouble.ts';
import { momentText } from './moment.ts';
import { Opening } from './opening.tsx';
import { useAsked } from './use-asked.ts';

/** Older versions are told by their number alone: nobody reads more at a glance. */
const AT_MOST = 8;

interface Props {
  readonly api: Api;
  readonly agency: ReadonlyMap<AgencyId, Agency>;
  readonly period: Period;
  readonly plan: Plan;
  readonly row: RowId;
  readonly of: AgencyId;
  readonly upTo: number;
}

/** What each version of a report changed in one row, the newest first. */
export function RowHistory({ api, agency, period, plan, row, of, upTo }: Props) {
  const asked = useAsked(() => changesOf(api, period, of, upTo), [api, period, of, upTo]);
  const lists = asked.value;
  const { utcOffset } = plan.reporting;
  return (
    <>
      <h3>Lịch sử</h3>
      {!lists && <Opening what="Đang lấy lịch sử" asking={asked} />}
      {lists && (
        <ol class="history">
          {lists.map(({ to, at, by, changes }) => {
            const own = changes.filter((one) => one.row === row);
            return (
              <li key={to}>
                <p class="quiet">
                  Lần nộp {to} · {momentText(at, utcOffset)} · {agency.get(by as AgencyId)?.shortName ?? by}
                </p>
                {own.length === 0 ? (
                  <p>Dòng này không đổi.</p>
                ) : (
                  <ul>
                    {own.map((change) => (
                      <li key={change.field}>
                        {headerOf(plan, row, change.field)}:{' '}
                        {change.before !== null && `${valueText(plan, row, change.field, change.before)} → `}
                        <b>{valueText(plan, row, change.field, change.after)}</b>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {upTo > AT_MOST && <p class="quiet">Còn {upTo - AT_MOST} lần nộp trước đó.</p>}
    </>
  );
}

async function changesOf(api: Api, period: Period, agency: AgencyId, upTo: number): Promise<Result<readonly ChangeList[], ApiTrouble>> {
  const wanted = Array.from({ length: Math.min(upTo, AT_MOST) }, (_, k) => upTo - k);
  const found = await Promise.all(wanted.map((version) => api.changes(period, agency, version)));
  const lists: ChangeList[] = [];
  for (const one of found) {
    if (!one.ok) return one;
    lists.push(one.value.value);
  }
  return ok(lists);
}

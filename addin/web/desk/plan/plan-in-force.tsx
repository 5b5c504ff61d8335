import type { PlanStanding } from '../../../../contract/plan-in-force.ts';
import { formatDate } from '../../../../core/format.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { planChangeText } from '../../../../core/wording/plan-changes.ts';
import { momentText } from '../../../ui/moment.ts';

interface Props {
  readonly standing: PlanStanding;
  readonly plan: Plan;
  readonly nameOf: (id: string) => string;
}

const ORIGINS = { files: 'Theo tệp kế hoạch của máy chủ', desk: 'Xác nhận trên trang này' } as const;
/** Of a long change the audit has all. */
const MOST_SHOWN = 12;

/** Which plan is in force, since when, who brought it and why; below, how it came to be so. */
export function PlanInForcePart({ standing: { origin, turns }, plan, nameOf }: Props) {
  const [now] = turns;
  const moment = (at: string): string => momentText(at, plan.reporting.utcOffset);
  return (
    <section class="panel">
      <h3>Đang áp dụng</h3>
      <p>
        <strong>{plan.title}</strong>, số {plan.number}, ngày {formatDate(plan.date)}.
      </p>
      <p>
        {ORIGINS[origin]}
        {now && `, từ ${moment(now.at)}${origin === 'desk' ? `, ${nameOf(now.by)} xác nhận` : ''}`}.{now?.reason && ` Lý do: ${now.reason}`}
      </p>
      {turns.length > 1 && (
        <details>
          <summary>Các lần thay đổi ({turns.length - 1})</summary>
          <ol class="plan-turns">
            {turns.slice(0, -1).map(({ at, by, reason, changes }, k) => (
              <li key={`${at}|${k}`}>
                {moment(at)}, {nameOf(by)}
                {reason && `: ${reason}`}
                <ul>
                  {changes.slice(0, MOST_SHOWN).map((change) => (
                    <li key={planChangeText(change)}>{planChangeText(change)}</li>
                  ))}
                  {changes.length > MOST_SHOWN && <li>và {changes.length - MOST_SHOWN} thay đổi khác</li>}
                </ul>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

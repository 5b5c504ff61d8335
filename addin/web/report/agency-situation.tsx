import type { PeriodDays } from '../../../contract/period-line.ts';
import { daysBetween } from '../../../core/day.ts';
import { formatDate } from '../../../core/format.ts';
import { shortPeriodName } from '../../../core/wording/period-names.ts';
import { ReportBadge } from '../../ui/badge.tsx';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { useToday } from '../../ui/use-today.ts';
import type { AgencyPeriod } from './agency-period.ts';

/** How the agency stands in the period: deadline, state of its report, its last version. */
export function AgencySituation({ place }: { readonly place: AgencyPeriod }) {
  const { ground, inForce } = place;
  const { period, plan } = ground;
  const { utcOffset } = plan.reporting;
  const today = useToday(utcOffset);
  return (
    <section aria-labelledby="situation">
      <h2 id="situation" class="visually-hidden">
        Tình hình báo cáo
      </h2>
      <dl class="situation">
        <div>
          <dt>Hạn gửi</dt>
          <dd>
            {formatDate(period.deadline)} · <DaysLeft period={period} days={daysBetween(today, period.deadline)} />
          </dd>
        </div>
        <div>
          <dt>Báo cáo của đơn vị</dt>
          <dd>
            <ReportBadge state={inForce?.state ?? 'not-started'} />
          </dd>
        </div>
        <div>
          <dt>Lần nộp hiện hành</dt>
          <dd>{inForce ? `Lần ${inForce.version} · ${momentText(inForce.at, utcOffset)}` : 'Chưa có'}</dd>
        </div>
      </dl>
      {period.state !== 'open' && (
        <Notice kind="warning">
          Kỳ {shortPeriodName(period.period)} đã khóa nên không nhận báo cáo nữa. Nếu đơn vị cần sửa số liệu, đề nghị cơ quan tổng hợp mở
          lại kỳ.
        </Notice>
      )}
    </section>
  );
}

function DaysLeft({ period, days }: { readonly period: PeriodDays; readonly days: number }) {
  if (period.state !== 'open') return <strong>đã khóa</strong>;
  if (days > 0) return <strong>còn {days} ngày</strong>;
  return days === 0 ? <strong>hôm nay là ngày cuối</strong> : <strong class="late">quá hạn {-days} ngày</strong>;
}

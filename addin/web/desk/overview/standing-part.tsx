import { formatCount } from '../../../../core/format.ts';
import type { PreviousResults } from '../../../../core/overview/change-since.ts';
import type { JoinedIndicator } from '../../../../core/overview/joined-rows.ts';
import { verdictCounts } from '../../../../core/overview/verdict-counts.ts';
import type { Period } from '../../../../core/plan/period.ts';
import { VERDICT_SIGNS, VERDICT_WORDS } from '../../../../core/wording/labels.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { VerdictBadge } from '../../../ui/badge.tsx';
import { ShareBar } from '../../../ui/charts/share-bar.tsx';
import { VERDICT_TONES } from '../../../ui/tone.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';

interface Props extends DeskProps {
  readonly due: readonly JoinedIndicator[];
  /** The last closed period before. */
  readonly last: Period | null;
  readonly previous: PreviousResults | null;
}

/** How many indicators are met, not met, not reported, and what that was a period ago. */
export function StandingPart({ query, go, matrix, due, last, previous }: Props) {
  const counts = verdictCounts(due, VERDICT_WORDS).filter(({ count }) => count > 0);
  const provisional = due.filter(({ row }) => row.provisional).length;
  const said = counts.map(({ verdict, count }) => `${VERDICT_WORDS[verdict]}: ${count}`).join('; ');
  return (
    <section class="whole" aria-labelledby="ov-standing">
      <h3 id="ov-standing">
        {due.length} chỉ tiêu của kỳ {shortPeriodName(matrix.period)}
      </h3>
      <ShareBar
        shares={counts.map(({ verdict, count }) => ({ id: verdict, tone: VERDICT_TONES[verdict], sign: VERDICT_SIGNS[verdict], count }))}
        label={`Chỉ tiêu theo đánh giá. ${said}`}
      />
      <ul class="counts">
        {counts.map(({ verdict, count }) => (
          <li key={verdict}>
            <a {...linkTo(query, go, { the: 'ma-tran', ketqua: verdict, khoi: null })}>
              <strong>{count}</strong> <VerdictBadge verdict={verdict} />
            </a>
          </li>
        ))}
      </ul>
      <p>
        {changeText(due, last, previous)}
        {provisional > 0 && ` ${formatCount(provisional)} kết quả còn tạm tính vì chưa đủ đơn vị báo cáo.`}
      </p>
    </section>
  );
}

function changeText(due: readonly JoinedIndicator[], last: Period | null, previous: PreviousResults | null): string {
  if (!previous) return last ? `Đang lấy kết quả kỳ ${shortPeriodName(last)}…` : 'Chưa có kỳ trước đã khóa để so sánh.';
  const met = due.filter(({ row }) => row.verdict === 'met').length;
  const before = previous.indicators.filter(({ verdict }) => verdict === 'met').length;
  const since = `kỳ ${shortPeriodName(previous.period)} (${before} chỉ tiêu đạt)`;
  return met === before ? `Bằng ${since}.` : `${met > before ? 'Tăng' : 'Giảm'} ${Math.abs(met - before)} chỉ tiêu đạt so với ${since}.`;
}

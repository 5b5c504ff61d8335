import type { PeriodLine } from '../../../contract/period-line.ts';
import { formatDate } from '../../../core/format.ts';
import { periodLabel } from '../../../core/wording/period-names.ts';
import { daysLeft } from '../../ui/days-left.ts';
import { momentText } from '../../ui/moment.ts';
import type { DeskProps } from './desk-props.ts';

/** The period at a glance: who has sent, who is late, how long it still runs. */
export function TopLine({ isConsolidator, period, periodLine, periods, plan, matrix, status, go }: DeskProps) {
  const { obliged, received } = matrix.agencies;
  const late = status.filter(({ daysLate }) => daysLate > 0).length;
  const missing = status.filter(({ state }) => state === 'not-started').length;
  const returned = status.filter(({ state }) => state === 'returned').length;
  return (
    <section class="top-line" aria-label="Kỳ đang xem">
      <label class="period">
        <span class="word">Kỳ báo cáo</span>
        <select value={period} onChange={(event) => go({ ky: event.currentTarget.value, dong: null, donvi: null })}>
          {periods.map((one) => (
            <option key={one.period} value={one.period}>
              {periodLabel(one.period)}
              {one.state === 'closed' ? ' (đã khóa)' : ''}
            </option>
          ))}
        </select>
      </label>
      {/* On a narrow page it scrolls, by keys too (WCAG 2.1.1). */}
      <dl class="at-a-glance" tabIndex={0}>
        <Fact word="Đã nhận" value={`${received}/${obliged}`} />
        {isConsolidator && <Fact word="Chưa gửi" value={String(missing)} />}
        {isConsolidator && <Fact word="Gửi muộn" value={String(late)} />}
        {isConsolidator && <Fact word="Trả lại" value={String(returned)} />}
        <Fact word={`Hạn ${formatDate(periodLine.deadline)}`} value={timeLeft(periodLine, plan.reporting.utcOffset)} />
      </dl>
      {isConsolidator && (
        <button type="button" onClick={() => go({ the: 'quan-tri', muc: 'ky' })}>
          {periodLine.state === 'closed' ? 'Mở lại kỳ' : 'Khóa kỳ'}
        </button>
      )}
    </section>
  );
}

const Fact = ({ word, value }: { readonly word: string; readonly value: string }) => (
  <div>
    <dt>{word}</dt>
    <dd>{value}</dd>
  </div>
);

function timeLeft({ state, asOf, deadline }: PeriodLine, utcOffset: string): string {
  if (state === 'closed') return asOf ? `đã khóa ${momentText(asOf, utcOffset)}` : 'đã khóa';
  return daysLeft(deadline, utcOffset);
}

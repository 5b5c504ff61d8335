import type { PeriodLine } from '../../../contract/period-line.ts';
import { formatDate } from '../../../core/format.ts';
import { periodLabel } from '../../../core/wording/period-names.ts';
import { daysLeft } from '../../ui/days-left.ts';
import { momentText } from '../../ui/moment.ts';
import { filterOf, STATUS_FILTERS } from '../../ui/report-filters.ts';
import type { DeskProps } from './desk-props.ts';
import { linkTo } from './desk-query.ts';

/** What is counted of the reports, in the words of the list that each leads to. */
const COUNTED = ['thieu', 'cho-tham-dinh', 'tre', 'tra-lai'] as const;

/** A list with nothing else chosen or looked for. */
const WHOLE_LIST = { the: 'tinh-hinh', muc: null, dong: null, donvi: null, quytac: null, tim: null, khoi: null } as const;

/** The period at a glance: who has sent, who is late, how long it still runs; each count leads to its reports, from whatever tab. */
export function TopLine({ isConsolidator, period, periodLine, periods, plan, matrix, status, query, go }: DeskProps) {
  const { obliged, received } = matrix.agencies;
  const isOpen = periodLine.state === 'open';
  const to = (trangthai: string | null): ReturnType<typeof linkTo> => linkTo(query, go, { ...WHOLE_LIST, trangthai });
  const act = (muc: string): ReturnType<typeof linkTo> => linkTo(query, go, { ...WHOLE_LIST, the: 'quan-tri', muc, trangthai: null });
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
        <Fact word="Đã nhận" value={`${received}/${obliged}`} link={isConsolidator ? to(null) : null} />
        {isConsolidator &&
          COUNTED.map((id) => {
            const { word, holds } = filterOf(STATUS_FILTERS, id);
            return <Fact key={id} word={word} value={String(status.filter(holds).length)} link={to(id)} />;
          })}
        <Fact word={`Hạn ${formatDate(periodLine.deadline)}`} value={timeLeft(periodLine, plan.reporting.utcOffset)} link={null} />
      </dl>
      {isConsolidator && (
        <div class="row acts">
          {isOpen && (
            <a class="button" {...act('nhan-tep')}>
              Nhận tệp
            </a>
          )}
          <a class="button" {...act('ky')}>
            {periodLine.state === 'closed' ? 'Mở lại kỳ' : 'Khóa kỳ'}
          </a>
        </div>
      )}
    </section>
  );
}

interface FactProps {
  readonly word: string;
  readonly value: string;
  /** Where the reports are that it counts; null where there is no such list. */
  readonly link: ReturnType<typeof linkTo> | null;
}

const Fact = ({ word, value, link }: FactProps) => (
  <div>
    <dt>{word}</dt>
    <dd>
      {link ? (
        <a href={link.href} onClick={link.onClick} aria-label={`${word}: ${value}`}>
          {value}
        </a>
      ) : (
        value
      )}
    </dd>
  </div>
);

function timeLeft({ state, asOf, deadline }: PeriodLine, utcOffset: string): string {
  if (state === 'closed') return asOf ? `đã khóa ${momentText(asOf, utcOffset)}` : 'đã khóa';
  return daysLeft(deadline, utcOffset);
}

import { daysBetween } from '../../../../core/day.ts';
import { localDay } from '../../../../core/local-day.ts';
import { STATUS_FILTERS } from '../../../ui/report-filters.ts';
import type { DeskProps } from '../desk-props.ts';
import { RemindersPart } from '../reminders/reminders-part.tsx';
import { ManyDecisions } from '../review/many-decisions.tsx';
import { ReviewPanel } from '../review/review-panel.tsx';
import { isDecidable, useManyReviews } from '../review/use-many-reviews.ts';
import { ListFilters } from './list-filters.tsx';
import { RatesPart } from './rates-part.tsx';
import { statusColumns } from './report-columns.tsx';
import { ReportTable } from './report-table.tsx';
import { useReportList } from './use-report-list.ts';

/** Who has sent what, how late, with what left open; many reports accepted or returned at once; one report reviewed beside the list. */
export function StatusTab(props: DeskProps) {
  const { query, go, periodLine, plan, status } = props;
  const many = useManyReviews(props);
  const { filter, lines, open, walk, previous } = useReportList(props, status, STATUS_FILTERS);
  const decidable = lines.filter((line) => many.chosen.has(line.agency) && isDecidable(line));
  const overdue = daysBetween(periodLine.deadline, localDay(new Date(), plan.reporting.utcOffset));
  return (
    <div class={open ? 'side-by-side open' : 'side-by-side'}>
      <div>
        <ListFilters {...{ query, go, plan, filter }} filters={STATUS_FILTERS} all={status} />
        <RatesPart {...props} />
        {periodLine.state === 'open' && (
          <ManyDecisions {...{ many, plan, decidable }} acceptable={decidable.filter(({ state }) => state === 'submitted')} rows={null} />
        )}
        {lines.length === 0 ? (
          <p>Không có đơn vị nào theo bộ lọc này.</p>
        ) : (
          <ReportTable desk={props} label="Tình hình của các đơn vị" columns={statusColumns(overdue)} {...{ lines, many }} />
        )}
        <RemindersPart {...props} />
      </div>
      {open && (
        <ReviewPanel
          key={open.agency}
          {...props}
          subject={open}
          previous={previous}
          walk={walk}
          left={lines.filter(({ state }) => state === 'submitted').length}
        />
      )}
    </div>
  );
}

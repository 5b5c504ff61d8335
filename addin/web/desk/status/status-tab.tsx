import { daysBetween } from '../../../../core/day.ts';
import { localDay } from '../../../../core/local-day.ts';
import { FILTERS, type Filter } from '../../../ui/report-filters.ts';
import { meeting } from '../../../ui/search.ts';
import type { DeskProps } from '../desk-props.ts';
import { GroupFilter, inGroup } from '../group-filter.tsx';
import { RemindersPart } from '../reminders/reminders-part.tsx';
import { ManyDecisions } from '../review/many-decisions.tsx';
import { ReviewPanel } from '../review/review-panel.tsx';
import { isDecidable, useManyReviews } from '../review/use-many-reviews.ts';
import { useWalk } from '../review/use-walk.ts';
import { usePrevious } from '../use-previous.ts';
import { RatesPart } from './rates-part.tsx';
import { StatusTable } from './status-table.tsx';
import './status.css';

/** Who has sent what, how late, with what left open; many reports accepted or returned at once; one report reviewed beside the list. */
export function StatusTab(props: DeskProps) {
  const { query, agency, go, nameOf, periodLine, plan, status } = props;
  const many = useManyReviews(props);
  const filter: Filter = FILTERS.find(({ id }) => id === query.trangthai) ?? FILTERS[0];
  const meets = meeting(query.tim ?? '') ?? (() => true);
  const isShown = inGroup(plan, query.khoi);
  const lines = status.filter((line) => filter.holds(line) && isShown(agency.get(line.agency)) && meets(nameOf(line.agency)));
  const decidable = lines.filter((line) => many.chosen.has(line.agency) && isDecidable(line));
  const open = status.find((line) => line.agency === query.donvi);
  const walk = useWalk(
    lines.map((line) => line.agency),
    open?.agency,
  );
  const { previous } = usePrevious(props, open !== undefined);
  const overdue = daysBetween(periodLine.deadline, localDay(new Date(), plan.reporting.utcOffset));
  return (
    <div class={open ? 'side-by-side open' : 'side-by-side'}>
      <div>
        <search class="filters">
          <label>
            Tình trạng
            <select value={filter.id} onChange={(event) => go({ trangthai: event.currentTarget.value || null })}>
              {FILTERS.map(({ id, word, holds }) => (
                <option key={id} value={id}>
                  {word} ({status.filter(holds).length})
                </option>
              ))}
            </select>
          </label>
          <GroupFilter query={query} go={go} plan={plan} />
          <label>
            Tìm đơn vị
            <input type="search" value={query.tim ?? ''} onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')} />
          </label>
        </search>
        <RatesPart {...props} />
        <ManyDecisions {...{ many, plan, decidable }} acceptable={decidable.filter(({ state }) => state === 'submitted')} rows={null} />
        {lines.length === 0 ? <p>Không có đơn vị nào theo bộ lọc này.</p> : <StatusTable {...props} {...{ lines, many, overdue }} />}
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

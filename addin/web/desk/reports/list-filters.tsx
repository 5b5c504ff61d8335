import type { ComponentChildren } from 'preact';
import { FilterSelect } from '../../../ui/filter-select.tsx';
import type { ReportFilter, ReportFilters } from '../../../ui/report-filters.ts';
import type { DeskProps } from '../desk-props.ts';
import { GroupFilter } from '../group-filter.tsx';

interface Props<Line> extends Pick<DeskProps, 'query' | 'go' | 'plan'> {
  readonly filters: ReportFilters<Line>;
  readonly filter: ReportFilter<Line>;
  readonly all: readonly Line[];
  /** What stands behind the filters. */
  readonly children?: ComponentChildren;
}

/** What cuts a list of reports down: state, group, name; all three stand in the address. */
export const ListFilters = <Line,>({ query, go, plan, filters, filter, all, children }: Props<Line>) => (
  <search class="filters">
    <FilterSelect filters={filters} chosen={filter} of={all} onChoose={(id) => go({ trangthai: id || null })} />
    <GroupFilter query={query} go={go} plan={plan} />
    <label>
      Tìm đơn vị
      <input type="search" value={query.tim ?? ''} onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')} />
    </label>
    {children}
  </search>
);

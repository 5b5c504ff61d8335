import type { Matrix } from '../../../../core/matrix.ts';
import { filterOf, type ReportFilter, type ReportFilters } from '../../../ui/report-filters.ts';
import { agencyTerms, meeting } from '../../../ui/search.ts';
import type { DeskProps } from '../desk-props.ts';
import { inGroup } from '../group-filter.tsx';
import type { ReviewableLine } from '../review/use-many-reviews.ts';
import { useWalk, type Walk } from '../review/use-walk.ts';
import { usePrevious } from '../use-previous.ts';

/** A list of reports as the address cuts it down, and the one that is open beside it. */
export interface ReportList<Line> {
  readonly filter: ReportFilter<Line>;
  /** What the filters let through. */
  readonly lines: readonly Line[];
  /** Open even where a filter hides it. */
  readonly open: Line | undefined;
  readonly walk: Walk;
  /** The period before, asked for once a report is open. */
  readonly previous: Matrix | null;
}

export function useReportList<Line extends ReviewableLine>(
  props: DeskProps,
  all: readonly Line[],
  filters: ReportFilters<Line>,
): ReportList<Line> {
  const { query, agency, plan } = props;
  const filter = filterOf(filters, query.trangthai);
  const meets = meeting(query.tim ?? '') ?? (() => true);
  const isShown = inGroup(plan, query.khoi);
  const lines = all.filter(
    (line) => filter.holds(line) && isShown(agency.get(line.agency)) && meets(agencyTerms(line.agency, agency.get(line.agency))),
  );
  const open = all.find((line) => line.agency === query.donvi);
  const walk = useWalk(
    lines.map((line) => line.agency),
    open?.agency,
  );
  const { previous } = usePrevious(props, open !== undefined);
  return { filter, lines, open, walk, previous };
}

import type { ReportFilter, ReportFilters } from './report-filters.ts';

interface Props<Line> {
  readonly filters: ReportFilters<Line>;
  readonly chosen: ReportFilter<Line>;
  /** All lines: each filter says how many it holds. */
  readonly of: readonly Line[];
  readonly onChoose: (id: string) => void;
}

/** Chooses what a list of reports is cut down to. */
export const FilterSelect = <Line,>({ filters, chosen, of, onChoose }: Props<Line>) => (
  <label>
    Tình trạng
    <select value={chosen.id} onChange={(event) => onChoose(event.currentTarget.value)}>
      {filters.map(({ id, word, holds }) => (
        <option key={id} value={id}>
          {word} ({of.filter(holds).length})
        </option>
      ))}
    </select>
  </label>
);

import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import type { ManyReviews, ReviewableLine } from '../review/use-many-reviews.ts';
import { WindowedTable } from '../windowing/windowed-table.tsx';
import type { ReportColumn } from './report-columns.tsx';
import { TickAll, TickOne } from './tick-all.tsx';
import './reports.css';

interface Props<Line> {
  readonly desk: DeskProps;
  readonly label: string;
  readonly lines: readonly Line[];
  /** What stands behind the tick and the agency's name, which opens its report. */
  readonly columns: readonly ReportColumn<Line>[];
  readonly many: ManyReviews;
}

/** A report a line, as many as there are; they can be ticked as long as the period takes decisions. */
export function ReportTable<Line extends ReviewableLine>({ desk, label, lines, columns, many }: Props<Line>) {
  const { query, go, nameOf, periodLine } = desk;
  const isOpen = periodLine.state === 'open';
  return (
    <WindowedTable
      label={label}
      class="reports"
      columns={columns.length + (isOpen ? 2 : 1)}
      head={
        <thead>
          <tr>
            {isOpen && (
              <th scope="col" class="tick">
                <TickAll {...{ many, lines }} />
              </th>
            )}
            <th scope="col">Đơn vị</th>
            {columns.map(({ title, look }) => (
              <th key={title} scope="col" class={look}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
      }
      lines={lines}
      draw={(line, attributes) => (
        <tr key={line.agency} {...attributes} aria-current={line.agency === query.donvi ? 'true' : undefined}>
          {isOpen && (
            <td class="tick">
              <TickOne {...{ many, line }} name={nameOf(line.agency)} />
            </td>
          )}
          <th scope="row">
            <a {...linkTo(query, go, { donvi: line.agency })}>{nameOf(line.agency)}</a>
          </th>
          {columns.map(({ title, look, cell }) => (
            <td key={title} class={look}>
              {cell(line, desk)}
            </td>
          ))}
        </tr>
      )}
    />
  );
}

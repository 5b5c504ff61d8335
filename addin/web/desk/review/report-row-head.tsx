import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { TickOne } from './tick-all.tsx';
import type { ManyReviews, ReviewableLine } from './use-many-reviews.ts';

interface Props extends Pick<DeskProps, 'query' | 'go' | 'nameOf'> {
  readonly many: ManyReviews;
  readonly line: ReviewableLine;
  readonly isOpen: boolean;
}

/** Begins the line of an agency's report: its tick, and its name, which opens it. */
export const ReportRowHead = ({ query, go, nameOf, many, line, isOpen }: Props) => (
  <>
    <td>
      <TickOne {...{ many, line, isOpen }} name={nameOf(line.agency)} />
    </td>
    <th scope="row">
      <a {...linkTo(query, go, { donvi: line.agency })}>{nameOf(line.agency)}</a>
    </th>
  </>
);

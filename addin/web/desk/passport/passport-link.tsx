import type { ComponentChildren } from 'preact';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { RowId } from '../../../../core/plan/plan.ts';
import { citedAs } from '../../../../core/wording/names.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';

interface Props extends Pick<DeskProps, 'query' | 'go' | 'period'> {
  readonly row: RowId;
  /** Whose part of the figure is asked for. */
  readonly of?: AgencyId;
  /** The figure itself; left out, the words say what the link is for. */
  readonly children?: ComponentChildren;
}

/** From a figure to where it comes from, under an address of its own. */
export const PassportLink = ({ query, go, period, row, of, children }: Props) => (
  <a
    class="traced"
    {...linkTo(query, go, { ky: period, 'nguon-goc': row, 'nguon-goc-don-vi': of ?? null })}
    {...(children !== undefined && { title: `Nguồn gốc số liệu ${citedAs(row)}` })}
  >
    {children ?? 'Nguồn gốc số liệu'}
  </a>
);

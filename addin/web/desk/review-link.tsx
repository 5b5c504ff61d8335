import type { AgencyId } from '../../../core/plan/agency.ts';
import type { DeskProps } from './desk-props.ts';
import { linkTo } from './desk-query.ts';

interface Props extends Pick<DeskProps, 'query' | 'go' | 'isConsolidator'> {
  readonly of: AgencyId;
}

/** To the agency's report, where it is accepted or returned: by a consolidator the whole of it, by a lead its own rows. */
export const ReviewLink = ({ query, go, isConsolidator, of }: Props) => (
  <p>
    <a
      class="button"
      {...linkTo(query, go, {
        the: isConsolidator ? 'tinh-hinh' : 'tham-dinh',
        donvi: of,
        dong: null,
        muc: null,
        tim: null,
        trangthai: null,
      })}
    >
      Xem và thẩm định báo cáo của đơn vị
    </a>
  </p>
);

import type { AgencyId } from '../../../core/plan/agency.ts';
import type { DeskProps } from './desk-props.ts';
import { linkTo } from './desk-query.ts';

interface Props extends Pick<DeskProps, 'address' | 'go' | 'isConsolidator'> {
  readonly of: AgencyId;
}

/** To the agency's report, where it is accepted or returned: by a consolidator the whole of it, by a lead its own rows. */
export const ReviewLink = ({ address, go, isConsolidator, of }: Props) => (
  <p>
    <a
      class="button"
      {...linkTo(address, go, {
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

import type { AgencyId } from '../../../core/agency.ts';
import { changedAddress } from './address.ts';
import type { DeskProps } from './desk-props.ts';

interface Props extends Pick<DeskProps, 'address' | 'go'> {
  readonly of: AgencyId;
}

/** To the agency's report, where it is accepted or returned. */
export function ReviewLink({ address, go, of }: Props) {
  const change = { the: 'tinh-hinh', donvi: of, dong: null, muc: null, tim: null, trangthai: null };
  return (
    <p>
      <a
        class="button"
        href={changedAddress(address, change)}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          go(change);
        }}
      >
        Xem và thẩm định báo cáo của đơn vị
      </a>
    </p>
  );
}

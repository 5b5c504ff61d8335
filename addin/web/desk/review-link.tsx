import type { AgencyId } from '../../../core/agency.ts';
import { changedAddress } from './address.ts';
import type { DeskProps } from './desk-props.ts';

interface Props extends Pick<DeskProps, 'address' | 'go' | 'isConsolidator'> {
  readonly of: AgencyId;
}

/** To the agency's report, where consolidators accept or return it; a lead has no such tab yet. */
export function ReviewLink({ address, go, isConsolidator, of }: Props) {
  if (!isConsolidator) return null;
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

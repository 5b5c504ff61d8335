import type { Verdict } from '../../../../core/matrix.ts';
import { VERDICT_SIGNS, VERDICT_WORDS } from '../../../../core/wording/labels.ts';
import type { DeskProps } from '../desk-props.ts';
import type { FilteredMatrix } from './filter.ts';

const VERDICTS = Object.keys(VERDICT_WORDS) as Verdict[]; // a record of every verdict

interface Props extends Pick<DeskProps, 'address' | 'go'> {
  readonly shown: FilteredMatrix;
}

/** What the matrix leaves out; all of it stands in the address. */
export const Filters = ({ address, go, shown }: Props) => (
  <search class="filters">
    <label>
      Tìm đơn vị hoặc chỉ tiêu
      <input
        type="search"
        value={address.tim ?? ''}
        placeholder="Ví dụ: son ha, I.2.3"
        onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')}
      />
    </label>
    <label>
      Khối
      <select value={address.khoi ?? ''} onChange={(event) => go({ khoi: event.currentTarget.value })}>
        <option value="">Tất cả</option>
        <option value="provincial">Sở, ban, ngành</option>
        <option value="commune">Xã, phường, đặc khu</option>
      </select>
    </label>
    <label>
      Đánh giá
      <select value={address.ketqua ?? ''} onChange={(event) => go({ ketqua: event.currentTarget.value })}>
        <option value="">Tất cả</option>
        {VERDICTS.map((verdict) => (
          <option key={verdict} value={verdict}>
            {VERDICT_SIGNS[verdict]} {VERDICT_WORDS[verdict]}
          </option>
        ))}
      </select>
    </label>
    <label class="check">
      <input type="checkbox" checked={address.co === '1'} onChange={(event) => go({ co: event.currentTarget.checked ? '1' : null })} />
      Chỉ dòng có cảnh báo
    </label>
    <label class="check">
      <input
        type="checkbox"
        checked={address.thieu === '1'}
        onChange={(event) => go({ thieu: event.currentTarget.checked ? '1' : null })}
      />
      Chỉ chỗ chưa báo cáo
    </label>
    <p class="quiet count" role="status">
      {shown.rows.length} chỉ tiêu × {shown.agencies.length} đơn vị
    </p>
  </search>
);

import type { ComponentChildren } from 'preact';
import type { Verdict } from '../../../../core/matrix.ts';
import { VERDICT_SIGNS, VERDICT_WORDS } from '../../../../core/wording/labels.ts';
import type { DeskProps } from '../desk-props.ts';
import { GroupFilter } from '../group-filter.tsx';
import type { FilteredMatrix } from './filter.ts';

const VERDICTS = Object.keys(VERDICT_WORDS) as Verdict[]; // a record of every verdict

interface Props extends Pick<DeskProps, 'query' | 'go' | 'plan'> {
  readonly shown: FilteredMatrix;
  readonly children: ComponentChildren;
}

/** What the matrix leaves out; all of it stands in the query. */
export const Filters = ({ query, go, plan, shown, children }: Props) => (
  <search class="filters">
    <label>
      Tìm đơn vị hoặc chỉ tiêu
      <input
        type="search"
        value={query.tim ?? ''}
        placeholder="Ví dụ: son ha, I.2.3"
        onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')}
      />
    </label>
    <GroupFilter query={query} go={go} plan={plan} />
    <label>
      Đánh giá
      <select value={query.ketqua ?? ''} onChange={(event) => go({ ketqua: event.currentTarget.value })}>
        <option value="">Tất cả</option>
        {VERDICTS.map((verdict) => (
          <option key={verdict} value={verdict}>
            {VERDICT_SIGNS[verdict]} {VERDICT_WORDS[verdict]}
          </option>
        ))}
      </select>
    </label>
    {children}
    <label class="check">
      <input type="checkbox" checked={query.co === '1'} onChange={(event) => go({ co: event.currentTarget.checked ? '1' : null })} />
      Chỉ dòng có cảnh báo
    </label>
    <label class="check">
      <input type="checkbox" checked={query.thieu === '1'} onChange={(event) => go({ thieu: event.currentTarget.checked ? '1' : null })} />
      Chỉ chỗ chưa báo cáo
    </label>
    <p class="quiet count" role="status">
      {shown.rows.length} chỉ tiêu × {shown.agencies.length} đơn vị
    </p>
  </search>
);

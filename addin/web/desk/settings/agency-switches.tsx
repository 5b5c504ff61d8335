import { useState } from 'preact/hooks';
import type { Agency } from '../../../../core/plan/agency.ts';
import { agencyTerms, meeting } from '../../../ui/search.ts';
import type { PartProps } from './part.ts';
import { withAgency } from './with-agency.ts';

const MOST_SHOWN = 12;

/** Which agencies report in this period: those that differ from the list, and any other by search. */
export function AgencySwitches({ settings, change, disabled, register }: PartProps & { readonly register: readonly Agency[] }) {
  const [search, setSearch] = useState('');
  const differing = register.filter(({ id }) => settings.agencies[id]?.active !== undefined);
  const meets = meeting(search) ?? (() => false);
  const found = register.filter((one) => meets(agencyTerms(one.id, one))).slice(0, MOST_SHOWN);
  const line = ({ id, name, active }: Agency) => {
    const isOn = settings.agencies[id]?.active ?? active;
    return (
      <label class="check" key={id}>
        <input
          type="checkbox"
          checked={isOn}
          disabled={disabled}
          onChange={() => {
            change(withAgency(settings, id, { active: isOn === active ? !active : undefined }));
          }}
        />
        {name} {isOn ? '(phải báo cáo)' : '(không báo cáo kỳ này)'}
      </label>
    );
  };
  return (
    <section class="panel">
      <h3>Đơn vị phải báo cáo</h3>
      {differing.length === 0 ? <p>Theo danh sách chung, không có thay đổi trong kỳ này.</p> : differing.map(line)}
      <label>
        Tìm đơn vị để bật hoặc tắt
        <input type="search" value={search} disabled={disabled} onInput={(event) => setSearch(event.currentTarget.value)} />
      </label>
      {found.filter(({ id }) => settings.agencies[id]?.active === undefined).map(line)}
    </section>
  );
}

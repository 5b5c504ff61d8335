import { useState } from 'preact/hooks';
import type { Agency, AgencyId } from '../../../../core/plan/agency.ts';
import { CONTACT_FIELDS, type ContactName, changedContact } from './contact-fields.tsx';
import type { PartProps } from './part.ts';

/** Whom to ask at each agency, one agency at a time; without a name there is none. */
export function AgencyContacts({ settings, change, disabled, register }: PartProps & { readonly register: readonly Agency[] }) {
  const [chosen, setChosen] = useState<AgencyId | ''>('');
  const { contacts = {}, ...others } = settings;
  const take = (agency: AgencyId, name: ContactName, text: string): void => {
    const { [agency]: before, ...rest } = contacts;
    const next = changedContact(before, name, text);
    const all = next ? { ...rest, [agency]: next } : rest;
    change(Object.keys(all).length > 0 ? { ...others, contacts: all } : others);
  };
  return (
    <section class="panel">
      <h3>Đầu mối của từng đơn vị ({Object.keys(contacts).length})</h3>
      <div class="row days">
        <label>
          Đơn vị
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value as AgencyId)}>
            <option value="">Chọn đơn vị</option>
            {register.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
                {contacts[id] ? ' ✓' : ''}
              </option>
            ))}
          </select>
        </label>
        {chosen &&
          CONTACT_FIELDS.map(({ name, label, mode }) => (
            <label key={name}>
              {label} của đơn vị
              <input
                type="text"
                inputMode={mode}
                value={contacts[chosen]?.[name] ?? ''}
                disabled={disabled}
                onInput={(event) => take(chosen, name, event.currentTarget.value)}
              />
            </label>
          ))}
      </div>
      <p class="quiet">Chỉ cơ quan tổng hợp thấy, ở mục Tổng quan.</p>
    </section>
  );
}

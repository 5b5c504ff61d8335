import type { Contact } from '../../../../core/plan/settings.ts';
import type { PartProps } from './part.ts';

export type ContactName = keyof Contact;

export const CONTACT_FIELDS = [
  { name: 'name', label: 'Tên đầu mối', mode: 'text' },
  { name: 'phone', label: 'Điện thoại', mode: 'tel' },
  { name: 'email', label: 'Thư điện tử', mode: 'email' },
] as const satisfies readonly { readonly name: ContactName; readonly label: string; readonly mode: 'text' | 'tel' | 'email' }[];

/** A contact with one field as it is typed; null where nothing is left of it. */
export function changedContact(contact: Contact | undefined, name: ContactName, text: string): Contact | null {
  const { [name]: _, ...rest } = { name: '', ...contact };
  const next = { name: '', ...rest, ...(text !== '' && { [name]: text }) };
  return Object.values(next).every((one) => one === '') ? null : next;
}

/** Whom agencies ask, as letters name them; without a name the first consolidating office stands there. */
export function ContactFields({ settings, change, disabled }: PartProps) {
  const { contact, ...others } = settings;
  const take = (name: ContactName, text: string): void => {
    const next = changedContact(contact, name, text);
    change(next ? { ...others, contact: next } : others);
  };
  return (
    <section class="panel">
      <h3>Đầu mối liên hệ ghi trong thư và ở trang Hướng dẫn</h3>
      <div class="row days">
        {CONTACT_FIELDS.map(({ name, label, mode }) => (
          <label key={name}>
            {label}
            <input
              type="text"
              inputMode={mode}
              value={contact?.[name] ?? ''}
              disabled={disabled}
              onInput={(event) => take(name, event.currentTarget.value)}
            />
          </label>
        ))}
      </div>
      <p class="quiet">Để trống: cơ quan tổng hợp, số điện thoại để chỗ trống trong thư.</p>
    </section>
  );
}

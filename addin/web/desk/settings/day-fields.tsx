import type { PartProps } from './part.ts';

/** The cut-off day and the deadline, as day and month; an empty field keeps the plan's own. */
export function DayFields({
  settings,
  change,
  disabled,
  usual,
}: PartProps & { readonly usual: { readonly cutOff: string; readonly deadline: string } }) {
  const field = (name: 'cutOff' | 'deadline', label: string) => (
    <label>
      {label}
      <input
        type="text"
        inputMode="numeric"
        placeholder={asDayMonth(usual[name])}
        disabled={disabled}
        value={settings[name] ? asDayMonth(settings[name]) : ''}
        onChange={(event) => {
          const { [name]: _, ...rest } = settings;
          const monthDay = monthDayOf(event.currentTarget.value);
          if (monthDay !== null) change({ ...rest, [name]: monthDay });
          else if (event.currentTarget.value.trim() === '') change(rest);
          else event.currentTarget.setCustomValidity('Ghi ngày/tháng, ví dụ 29/11.');
          event.currentTarget.reportValidity();
        }}
        onInput={(event) => event.currentTarget.setCustomValidity('')}
      />
    </label>
  );
  return (
    <section class="panel">
      <h3>Ngày chốt và hạn gửi</h3>
      <div class="row">
        {field('cutOff', 'Ngày chốt số liệu (ngày/tháng)')}
        {field('deadline', 'Hạn gửi (ngày/tháng)')}
      </div>
      <p class="quiet">Để trống: theo Kế hoạch.</p>
    </section>
  );
}

const asDayMonth = (monthDay: string): string => monthDay.split('-').reverse().join('/');

/** "29/11" → "11-29"; null where it is no day. */
function monthDayOf(text: string): string | null {
  const [, day = '', month = ''] = /^\s*(\d{1,2})\s*\/\s*(\d{1,2})\s*$/.exec(text) ?? [];
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`2027-${monthDay}T00:00:00Z`);
  return day !== '' && !Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === monthDay ? monthDay : null;
}

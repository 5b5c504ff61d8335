import { formatDate } from '../../../../core/format.ts';
import type { Agency, AgencyId } from '../../../../core/plan/agency.ts';
import type { Signing } from '../../../../core/plan/signing.ts';
import { NamedOptions } from '../named-options.tsx';
import { typedDay } from '../typed-day.ts';
import type { PartProps } from './part.ts';
import { SIGNING_FIELD } from './signing-field.ts';
import { TypedDayField } from './typed-day-field.tsx';

interface Props extends PartProps {
  readonly register: readonly Agency[];
  /** The plan's own office, as letterheads name it. */
  readonly office: string;
  /** A day of the period, to show how one is written. */
  readonly example: string;
  /** Whether something stands in a field that is no day: nothing is saved meanwhile. */
  readonly onWrong: (name: string, isWrong: boolean) => void;
}

type TextName = 'number' | 'authority' | 'onBehalfOf' | 'title' | 'name';

const TEXTS: readonly (readonly [name: TextName, label: string, example: string])[] = [
  ['number', 'Số của báo cáo', 'để trống khi chưa cấp số'],
  ['authority', 'Quyền hạn người ký', 'TM. ỦY BAN NHÂN DÂN'],
  ['onBehalfOf', 'Ký thay', 'KT. CHỦ TỊCH'],
  ['title', 'Chức vụ', 'CHỦ TỊCH'],
  ['name', 'Họ và tên người ký', 'để trống khi chưa rõ'],
];

const LISTS = [
  ['addressees', 'Kính gửi (mỗi dòng một nơi)'],
  ['recipients', 'Nơi nhận (mỗi dòng một nơi; “Lưu: VT” có sẵn)'],
] as const;

/** Who signs the province's report, for whom, and where it goes; what is left empty is as the plan's office usually has it. */
export function SigningFields({ settings, change, disabled, register, office, example, onWrong }: Props) {
  const { signing = {} } = settings;
  const set = (name: keyof Signing, value: string | readonly string[] | undefined): void => {
    const { [name]: _, ...others } = signing;
    const { signing: __, ...rest } = settings;
    const next = value === undefined || value.length === 0 ? others : { ...others, [name]: value };
    change(Object.keys(next).length === 0 ? rest : { ...rest, signing: next });
  };
  return (
    <section class="panel">
      <h3>Ký và gửi báo cáo</h3>
      <div class="row">
        <label>
          Cơ quan ban hành
          <select
            value={signing.issuer ?? ''}
            disabled={disabled}
            onChange={(event) => set('issuer', (event.currentTarget.value || undefined) as AgencyId | undefined)} // the options are agencies
          >
            <option value="">{office}</option>
            <NamedOptions of={register.filter(({ roles }) => roles.includes('consolidator'))} />
          </select>
        </label>
        <TypedDayField
          id={SIGNING_FIELD.day}
          name="reportDay"
          label="Ngày của báo cáo (ngày/tháng/năm)"
          example={example}
          value={signing.day}
          show={formatDate}
          read={typedDay}
          take={(day) => set('day', day)}
          asked="Ghi ngày/tháng/năm có thật"
          disabled={disabled}
          onWrong={onWrong}
        />
        {TEXTS.map(([name, label, hint]) => (
          <label key={name}>
            {label}
            <input
              id={idOf(name)}
              type="text"
              maxLength={300}
              placeholder={hint}
              value={signing[name] ?? ''}
              disabled={disabled}
              onInput={(event) => set(name, event.currentTarget.value)}
            />
          </label>
        ))}
      </div>
      {LISTS.map(([name, label]) => (
        <label key={name}>
          {label}
          <textarea
            rows={3}
            value={(signing[name] ?? []).join('\n')}
            disabled={disabled}
            onChange={(event) => set(name, linesOf(event.currentTarget.value))}
          />
        </label>
      ))}
      <p class="quiet">Để trống: theo thể thức thường dùng của {office}.</p>
    </section>
  );
}

const idOf = (name: TextName): string | undefined => (name === 'name' || name === 'number' ? SIGNING_FIELD[name] : undefined);

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

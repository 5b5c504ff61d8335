import { useState } from 'preact/hooks';
import type { Agency, AgencyId } from '../../../../core/plan/agency.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { NamedOptions } from '../named-options.tsx';
import type { PartProps } from './part.ts';
import { withAgency, withoutSuccession, withSuccession } from './with-agency.ts';

/** As `AgencyId` has it, without the library that checks shapes. */
const AN_ID = /^[A-Z][A-Za-z0-9-]{0,39}$/;

interface Props extends PartProps {
  readonly plan: Plan;
  /** The list, and what this period adds to it as the settings stand. */
  readonly register: readonly Agency[];
  readonly listed: readonly Agency[];
}

/** Agencies that are called otherwise from this period on, that are added, or that take over the work of others. */
export function AgencyNames(props: Props) {
  const { settings, change, disabled, plan, register, listed } = props;
  const [chosen, setChosen] = useState<AgencyId | ''>('');
  const [typedId, setTypedId] = useState('');
  const agency = register.find(({ id }) => id === chosen);
  const isNew = chosen !== '' && !listed.some(({ id }) => id === chosen);
  const newId = AN_ID.test(typedId.trim()) ? (typedId.trim() as AgencyId) : null;
  const isTaken = register.some(({ id }) => id === typedId.trim());
  const kinds = [...new Set(listed.map(({ kind }) => kind))];
  const add = (): void => {
    if (newId === null || isTaken) return;
    change(withAgency(settings, newId, { kind: kinds.at(-1) ?? '', name: newId, shortName: newId }));
    setChosen(newId);
    setTypedId('');
  };
  return (
    <section class="panel" aria-labelledby="agency-names">
      <h3 id="agency-names">Đổi tên, nhập, thêm đơn vị</h3>
      <p class="quiet">Áp dụng cho kỳ này và mọi kỳ kết thúc cùng ngày hoặc muộn hơn, đang mở hay mở sau. Kỳ đã khóa giữ tên cũ.</p>
      <Changes {...props} onChoose={setChosen} />
      <div class="row days">
        <label>
          Đơn vị cần sửa
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value as AgencyId | '')}>
            <option value="">Chọn đơn vị</option>
            <NamedOptions of={register} />
          </select>
        </label>
        <label>
          Mã đơn vị thêm mới
          <input
            type="text"
            autocomplete="off"
            placeholder="Ví dụ: XA-99001"
            value={typedId}
            disabled={disabled}
            aria-invalid={typedId !== '' && (newId === null || isTaken)}
            onInput={(event) => setTypedId(event.currentTarget.value)}
          />
        </label>
        <button type="button" disabled={disabled || newId === null || isTaken} onClick={add}>
          Thêm đơn vị
        </button>
      </div>
      {typedId !== '' && newId === null && <p class="wrong">Mã gồm chữ không dấu, số, dấu gạch nối; bắt đầu bằng chữ hoa.</p>}
      {isTaken && <p class="wrong">Mã này đã có trong danh sách.</p>}
      {agency && <OneAgency key={agency.id} {...{ settings, change, disabled, agency, register, plan, kinds, isNew }} />}
    </section>
  );
}

interface ChangesProps extends Pick<Props, 'settings' | 'register' | 'listed'> {
  readonly onChoose: (id: AgencyId) => void;
}

/** What the settings change of agencies, a line each. */
function Changes({ settings, register, listed, onChoose }: ChangesProps) {
  const nameOf = (id: string): string => register.find((one) => one.id === id)?.name ?? id;
  const changed = register.filter(({ id }) => {
    const one = settings.agencies[id];
    return one && (one.name ?? one.shortName ?? one.kind ?? one.succeeds) !== undefined;
  });
  if (changed.length === 0) return null;
  return (
    <ul>
      {changed.map(({ id, name }) => (
        <li key={id}>
          <button type="button" class="link" onClick={() => onChoose(id)}>
            {name}
          </button>
          {!listed.some((one) => one.id === id) && ' (thêm mới)'}
          {settings.agencies[id]?.succeeds && `: tiếp nhận ${settings.agencies[id]?.succeeds?.map(nameOf).join('; ')}`}
        </li>
      ))}
    </ul>
  );
}

interface OneProps extends Pick<Props, 'settings' | 'change' | 'disabled' | 'register' | 'plan'> {
  readonly agency: Agency;
  readonly kinds: readonly string[];
  readonly isNew: boolean;
}

function OneAgency({ settings, change, disabled, agency, register, plan, kinds, isNew }: OneProps) {
  const { id } = agency;
  const own = settings.agencies[id] ?? {};
  const field = (name: 'name' | 'shortName', label: string) => (
    <label>
      {label}
      <input
        type="text"
        value={own[name] ?? agency[name]}
        disabled={disabled}
        onInput={(event) => change(withAgency(settings, id, { [name]: event.currentTarget.value }))}
      />
    </label>
  );
  const kindName = (kind: string): string => plan.agencyGroups.find((group) => 'kind' in group && group.kind === kind)?.name ?? kind;
  return (
    <>
      <div class="row days">
        {field('name', 'Tên đầy đủ')}
        {field('shortName', 'Tên ngắn')}
        {isNew && (
          <label>
            Loại đơn vị
            <select
              value={own.kind}
              disabled={disabled}
              onChange={(event) => change(withAgency(settings, id, { kind: event.currentTarget.value }))}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindName(kind)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          Nhập thêm đơn vị
          <select
            value=""
            disabled={disabled}
            onChange={(event) => {
              const former = event.currentTarget.value as AgencyId | '';
              if (former !== '') change(withSuccession(settings, id, former));
            }}
          >
            <option value="">Chọn đơn vị nhập vào</option>
            <NamedOptions of={register.filter((one) => one.id !== id && one.active)} />
          </select>
        </label>
      </div>
      {(own.succeeds ?? []).map((former) => (
        <p key={former} class="row">
          Tiếp nhận việc của {register.find((one) => one.id === former)?.name ?? former}; đơn vị này không báo cáo nữa.{' '}
          <button type="button" disabled={disabled} onClick={() => change(withoutSuccession(settings, id, former))}>
            Bỏ
          </button>
        </p>
      ))}
      <div class="row">
        <button
          type="button"
          disabled={disabled || settings.agencies[id] === undefined}
          onClick={() => {
            const undone = (own.succeeds ?? []).reduce((rest, former) => withoutSuccession(rest, id, former), settings);
            change(
              withAgency(undone, id, {
                name: undefined,
                shortName: undefined,
                kind: undefined,
                succeeds: undefined,
                ...(isNew && { active: undefined }),
              }),
            );
          }}
        >
          {isNew ? 'Bỏ đơn vị thêm mới' : 'Trả lại như danh sách'}
        </button>
      </div>
      <p class="quiet">Số kỳ trước của đơn vị tiếp nhận là tổng số đếm của các đơn vị nhập vào. Đầu mối ghi ở mục dưới.</p>
    </>
  );
}

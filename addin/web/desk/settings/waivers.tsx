import { useState } from 'preact/hooks';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { RowId } from '../../../../core/plan/plan.ts';
import type { RuleId } from '../../../../core/rules/rules.ts';
import { citedIn } from '../../../../core/wording/names.ts';
import type { DeskProps } from '../desk-props.ts';
import { NamedOptions } from '../named-options.tsx';
import type { PartProps } from './part.ts';
import { isWaivable, nameOfRule, WAIVABLE_RULES } from './rule-names.ts';

/** The rule that a link asks for; none where it cannot be waived. */
const waivable = (asked = ''): RuleId | '' => (isWaivable(asked) ? asked : '');

/** Findings that one agency need not fix, each with its reason: a wrong rule never keeps a right report out. */
export function Waivers({ settings, change, disabled, desk }: PartProps & { readonly desk: DeskProps }) {
  const { query, agencies, nameOf, plan } = desk;
  const [who, setWho] = useState<AgencyId | ''>((query.donvi ?? '') as AgencyId | '');
  const [rule, setRule] = useState<RuleId | ''>(waivable(query.quytac));
  const [row, setRow] = useState<RowId | ''>((query.dong ?? '') as RowId | '');
  const [reason, setReason] = useState('');
  const rows = [...plan.indicators, ...plan.tasks];
  return (
    <section class="panel">
      <h3>Miễn trừ</h3>
      {settings.waivers.length === 0 ? (
        <p>Chưa có miễn trừ nào trong kỳ này.</p>
      ) : (
        <ul class="checklist">
          {settings.waivers.map((one, k) => (
            <li key={`${one.agency}|${one.rule}|${one.row}|${k}`}>
              {nameOf(one.agency)}: {nameOfRule(one.rule)}
              {one.row && `, dòng ${citedIn(plan, one.row)}`}. Lý do: {one.reason}{' '}
              <button
                type="button"
                class="link"
                disabled={disabled}
                onClick={() => change({ ...settings, waivers: settings.waivers.filter((_, at) => at !== k) })}
              >
                Bỏ miễn trừ
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        <label>
          Đơn vị được miễn
          <select value={who} disabled={disabled} onChange={(event) => setWho(event.currentTarget.value as AgencyId | '')}>
            <option value="">Chọn đơn vị…</option>
            <NamedOptions of={agencies} />
          </select>
        </label>
        <label>
          Quy tắc
          <select value={rule} disabled={disabled} onChange={(event) => setRule(event.currentTarget.value as RuleId | '')}>
            <option value="">Chọn quy tắc…</option>
            <NamedOptions of={WAIVABLE_RULES} />
          </select>
        </label>
        <label>
          Dòng
          <select value={row} disabled={disabled} onChange={(event) => setRow(event.currentTarget.value as RowId | '')}>
            <option value="">Mọi dòng</option>
            {rows.map(({ id }) => (
              <option key={id} value={id}>
                {citedIn(plan, id)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label>
        Lý do miễn trừ
        <textarea rows={2} value={reason} disabled={disabled} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <button
        type="button"
        disabled={disabled || who === '' || rule === '' || reason.trim() === ''}
        onClick={() => {
          if (who === '' || rule === '') return;
          change({ ...settings, waivers: [...settings.waivers, { agency: who, rule, row: row || null, reason: reason.trim() }] });
          setReason('');
        }}
      >
        Thêm miễn trừ
      </button>
      <p class="quiet">Thêm xong còn phải lưu thiết lập ở cuối trang.</p>
    </section>
  );
}

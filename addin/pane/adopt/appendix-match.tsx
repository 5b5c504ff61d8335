import type { AppendixFound, FoundTable, Match } from '../../../core/adopting/recognition.ts';
import { clipText } from '../../../core/clip-text.ts';
import type { Plan, RowId } from '../../../core/plan/plan.ts';
import { MATCH_WORDS, matchSentences } from '../../../core/wording/adopting.ts';
import { citedAs } from '../../../core/wording/names.ts';
import { rowName } from '../../ui/row-name.ts';
import { offeredLines, tableKey, tableOf } from './choice.ts';

interface Props {
  readonly title: string;
  readonly found: AppendixFound;
  readonly chosen: string | null | undefined;
  readonly rows: ReadonlyMap<RowId, number | null>;
  readonly plan: Plan;
  readonly onTable: (key: string | null) => void;
  /** A row of the sheet, null for "not in this table", undefined takes the choice back. */
  readonly onRow: (id: RowId, row: number | null | undefined) => void;
  readonly onShow: (sheet: string, row: number) => void;
}

const NOT_HERE = 'khong';

/** One table of the plan: where it stands, what was recognised for sure, and what a person has to say. */
export function AppendixMatch({ title, found, chosen, rows, plan, onTable, onRow, onShow }: Props) {
  const table = tableOf(found, chosen);
  const matches = table ? [...table.matches] : [];
  const doubtful = matches.filter(([, { kind }]) => kind === 'probable' || kind === 'ambiguous');
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {found.tables.length > 1 && (
        <label>
          Bảng sẽ dùng
          <select
            value={table ? tableKey(table) : chosen === null ? NOT_HERE : ''}
            onChange={({ currentTarget: { value } }) => onTable(value === NOT_HERE ? null : value)}
          >
            <option value="" disabled>
              Chọn bảng…
            </option>
            {found.tables.map((one) => (
              <option key={tableKey(one)} value={tableKey(one)}>
                Trang tính “{one.sheet}”, từ dòng {one.header.row}
                {one.hidden ? ' (đang ẩn)' : ''}
              </option>
            ))}
            <option value={NOT_HERE}>Không dùng bảng nào</option>
          </select>
        </label>
      )}
      {table?.live && <p>Bảng ở trang tính “{table.sheet}” đã có đủ cột của biểu; chỉ thiếu thông tin đơn vị.</p>}
      {table && !table.live && (
        <>
          <p>
            Trang tính “{table.sheet}”: {count(matches, 'certain')}/{matches.length} dòng khớp
            {doubtful.length > 0 && `, ${doubtful.length} dòng cần xác nhận`}
            {count(matches, 'absent') > 0 && `, ${count(matches, 'absent')} dòng không thấy`}.
          </p>
          <ul class="remarks">
            {doubtful.map(([id, match]) => (
              <li key={id}>
                <p>
                  <span aria-hidden="true">{MATCH_WORDS[match.kind].sign}</span> <b>{citedAs(id)}</b> {rowName(plan, id).name}
                </p>
                {matchSentences(match).map((sentence) => (
                  <p class="quiet" key={sentence}>
                    {sentence}
                  </p>
                ))}
                <RowChoice {...{ id, match, table, chosen: rows.get(id), onRow, onShow }} />
              </li>
            ))}
          </ul>
          <RowList title="Dòng không thấy trong bảng" kind="absent" {...{ matches, plan }} />
          <RowList title="Dòng đã khớp" kind="certain" {...{ matches, plan }} />
        </>
      )}
    </section>
  );
}

const count = (matches: readonly (readonly [RowId, Match])[], kind: Match['kind']): number =>
  matches.filter(([, match]) => match.kind === kind).length;

interface ChoiceProps extends Pick<Props, 'onRow' | 'onShow'> {
  readonly id: RowId;
  readonly match: Match;
  readonly table: FoundTable;
  readonly chosen: number | null | undefined;
}

/** Where a doubtful row stands: nothing is chosen before a person does. */
const RowChoice = ({ id, match, table, chosen, onRow, onShow }: ChoiceProps) => (
  <div class="row">
    <label>
      <span class="visually-hidden">Dòng trong sổ của {citedAs(id)}</span>
      <select
        value={chosen === undefined ? '' : chosen === null ? NOT_HERE : String(chosen)}
        onChange={({ currentTarget: { value } }) => onRow(id, value === '' ? undefined : value === NOT_HERE ? null : Number(value))}
      >
        <option value="">Chọn dòng…</option>
        {offeredLines(table, match).map(({ row, text }) => (
          <option key={row} value={String(row)}>
            Dòng {row}: {clipText(text, 80)}
          </option>
        ))}
        <option value={NOT_HERE}>Không có trong bảng</option>
      </select>
    </label>
    {typeof chosen === 'number' && (
      <button type="button" onClick={() => onShow(table.sheet, chosen)}>
        Tới dòng {chosen}
      </button>
    )}
  </div>
);

interface ListProps {
  readonly title: string;
  readonly kind: 'certain' | 'absent';
  readonly matches: readonly (readonly [RowId, Match])[];
  readonly plan: Plan;
}

const RowList = ({ title, kind, matches, plan }: ListProps) => {
  const those = matches.filter(([, match]) => match.kind === kind);
  if (those.length === 0) return null;
  return (
    <details>
      <summary>
        {title} ({those.length})
      </summary>
      {kind === 'absent' && <p class="quiet">{matchSentences({ kind: 'absent' })[0]}</p>}
      <ul class="remarks">
        {those.map(([id, match]) => (
          <li key={id}>
            <b>{citedAs(id)}</b> {rowName(plan, id).name}
            {match.kind === 'certain' && <span class="quiet"> · dòng {match.at}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
};

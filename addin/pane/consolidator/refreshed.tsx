import { formatCount } from '../../../core/format.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { citedIn } from '../../../core/wording/names.ts';
import { countedOrNone } from '../../ui/counted.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Misfits } from './standing-matrix.ts';

/** What came of bringing a matrix's sheet up to date. */
export interface RefreshOutcome {
  readonly title: string;
  readonly changed: number;
  /** What became of the notes at its cells: brought up to date too, or kept by an Excel without them or by the sheet's protection. */
  readonly notes: 'refreshed' | 'unknown-to-excel' | 'protected';
  readonly misfits: Misfits;
}

const KEPT_NOTES = {
  'unknown-to-excel': 'Excel này không cập nhật được ghi chú ở ô; chọn ô để xem nguồn hiện nay tại đây.',
  protected:
    'Trang đang được bảo vệ nên ghi chú ở ô chưa cập nhật; chọn ô để xem nguồn hiện nay tại đây. Muốn có ghi chú mới, bỏ bảo vệ trang ở thẻ Xem lại rồi bấm lại “Đưa ma trận vào sổ”.',
} as const satisfies Record<Exclude<RefreshOutcome['notes'], 'refreshed'>, string>;

/** Tells how many figures changed, and whatever could not be brought up to date. */
export function Refreshed({ outcome, plan }: { readonly outcome: RefreshOutcome; readonly plan: Plan }) {
  const { title, changed, notes, misfits } = outcome;
  return (
    <>
      <Notice kind="good">
        Đã cập nhật trang “{title}”: {countedOrNone(changed, 'ô')} thay đổi{changed > 0 && ', có nền xanh'}.
      </Notice>
      {notes !== 'refreshed' && <Notice kind="info">{KEPT_NOTES[notes]}</Notice>}
      <MisfitsNotice misfits={misfits} plan={plan} />
    </>
  );
}

function MisfitsNotice({ misfits: { agencies, indicators, gone }, plan }: { readonly misfits: Misfits; readonly plan: Plan }) {
  if (agencies.length + indicators.length + gone.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>Trang này chưa khớp danh sách đơn vị, chỉ tiêu của kỳ. Bấm “Thêm trang ma trận mới” để có trang đầy đủ.</p>
      <Listed what={`Không có cột của ${formatCount(agencies.length)} đơn vị`} names={agencies.map(({ shortName }) => shortName)} />
      <Listed
        what={`Không có dòng của ${formatCount(indicators.length)} chỉ tiêu`}
        names={indicators.map(({ id, name }) => `${citedIn(plan, id)}: ${name}`)}
      />
      <Listed what={`${formatCount(gone.length)} dòng kỳ này không có, giữ số cũ`} names={gone} />
    </Notice>
  );
}

/** So many names are read at a glance; more of them are opened by whoever wants to know. */
const MOST_AT_A_GLANCE = 6;

function Listed({ what, names }: { readonly what: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <details open={names.length <= MOST_AT_A_GLANCE}>
      <summary>{what}</summary>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

import type { RowId } from '../../core/plan/plan.ts';
import { citedAs } from '../../core/wording/names.ts';

interface Props {
  readonly row: string;
  readonly busy: boolean;
  readonly onReason: (text: string) => void;
}

/** Room for the reason of a row. It goes out by its button alone: while a word is still being composed (Unikey), nothing is written. */
export const ReasonForm = ({ row, busy, onReason }: Props) => (
  <form
    class="reason"
    onSubmit={(event) => {
      event.preventDefault();
      const text = String(new FormData(event.currentTarget).get('reason') ?? '')
        .normalize('NFC')
        .trim();
      if (text !== '') onReason(text);
    }}
  >
    <label>
      Giải trình của dòng {citedAs(row as RowId)}
      <textarea name="reason" rows={2} required maxLength={2000} />
    </label>
    <button type="submit" disabled={busy}>
      Ghi giải trình vào biểu
    </button>
  </form>
);

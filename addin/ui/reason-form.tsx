import { useState } from 'preact/hooks';
import type { RowId } from '../../core/plan/plan.ts';
import { citedAs } from '../../core/wording/names.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly row: string;
  readonly busy: boolean;
  readonly onReason: (text: string) => void;
}

/** Room for the reason of a row. It goes out by its button alone: while a word is still being composed (Unikey), nothing is written. */
export function ReasonForm({ row, busy, onReason }: Props) {
  const [isEmpty, setEmpty] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement); // the form that the event came to
    const text = String(fields.get('reason') ?? '')
      .normalize('NFC')
      .trim();
    setEmpty(text === '');
    if (text !== '') onReason(text);
  };
  return (
    <form class="reason" noValidate onSubmit={submit}>
      <label>
        Giải trình của dòng {citedAs(row as RowId)}
        <textarea name="reason" rows={2} required maxLength={2000} />
      </label>
      {isEmpty && <Notice kind="error">Chưa có nội dung giải trình. Ghi lý do vào ô trên rồi chọn lại.</Notice>}
      <button type="submit" disabled={busy}>
        Ghi giải trình vào biểu
      </button>
    </form>
  );
}

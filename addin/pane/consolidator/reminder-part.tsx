import { useState } from 'preact/hooks';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { ActOutcome } from '../../ui/act-outcome.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import type { PeriodView } from './period-view.ts';

/** Today's reminder to one agency: copied, and shown too, since Excel's web view may refuse the clipboard. */
export function ReminderPart({ view: { api, line }, of }: { readonly view: PeriodView; readonly of: AgencyId }) {
  const act = useAct();
  const [letter, setLetter] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const remind = async (): Promise<void> => {
    const answer = await act.run(() => api.reminders(line.period), null);
    if (!answer) return;
    const found = answer.value.reminders.find((one) => one.agency === of && one.kind !== 'digest');
    if (!found) return setOutcome('Hôm nay không có thư nhắc cho đơn vị này.');
    const text = `${found.subject}\n\n${found.text}`;
    setLetter(text);
    setOutcome(
      (await copyText(text)) ? 'Đã chép thư nhắc; dán vào thư hoặc tin nhắn.' : 'Excel không cho chép; chọn nội dung thư rồi nhấn Ctrl+C.',
    );
  };
  return (
    <>
      <button type="button" disabled={act.waiting} onClick={() => void remind()}>
        Chép thư nhắc
      </button>
      <ActOutcome act={act} />
      {outcome && <Notice kind="info">{outcome}</Notice>}
      {letter && (
        <label>
          Thư nhắc
          <textarea readOnly rows={6} value={letter} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </>
  );
}

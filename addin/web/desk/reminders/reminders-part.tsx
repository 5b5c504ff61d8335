import { useState } from 'preact/hooks';
import type { ReminderList } from '../../../../contract/routes/get-reminders.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { counted } from '../../../ui/counted.ts';
import { useAct } from '../../../ui/use-act.ts';
import type { DeskProps } from '../desk-props.ts';

type Letter = ReminderList['reminders'][number];

const MAIL_WORDS = {
  off: 'không gửi qua thư điện tử',
  'no-address': 'đơn vị chưa có địa chỉ thư',
  'not-due': 'hôm nay chưa đến ngày tự gửi',
  waiting: 'sẽ tự gửi hôm nay',
  sending: 'đang gửi',
  sent: 'đã gửi',
  refused: 'máy chủ thư từ chối',
} as const satisfies Record<Letter['mail'], string>;

const textOf = ({ subject, text }: Letter): string => `${subject}\n\n${text}`;
const BETWEEN = `\n\n${'-'.repeat(20)}\n\n`;

/** Today's letters, to copy or to see go out; fetched when somebody wants them. */
export function RemindersPart({ api, period, nameOf, status }: DeskProps) {
  const act = useAct();
  const [letters, setLetters] = useState<ReminderList | null>(null);
  const missing = status.filter(({ state }) => state === 'not-started').map((line) => nameOf(line.agency));
  const toMissing = letters?.reminders.filter(({ kind }) => kind === 'missing') ?? [];
  return (
    <section class="no-print" aria-labelledby="reminders">
      <h2 id="reminders">Nhắc báo cáo</h2>
      <div class="row">
        <button
          type="button"
          disabled={act.waiting}
          onClick={async () => {
            const answer = await act.run(() => api.reminders(period), null);
            if (answer) setLetters(answer.value);
          }}
        >
          Xem thư nhắc hôm nay
        </button>
        <CopyButton text={missing.join('\n')} told={`Đã chép tên ${missing.length} đơn vị.`} disabled={missing.length === 0}>
          Chép tên {counted(missing.length, 'đơn vị chưa gửi')}
        </CopyButton>
      </div>
      <ActOutcome act={act} />
      {letters?.reminders.length === 0 && <p>Không có đơn vị nào cần nhắc.</p>}
      {toMissing.length > 1 && (
        <p class="row">
          <CopyButton text={toMissing.map(textOf).join(BETWEEN)} told={`Đã chép ${toMissing.length} thư.`}>
            Chép cả {toMissing.length} thư nhắc đơn vị chưa gửi
          </CopyButton>
        </p>
      )}
      {letters?.reminders.map((letter) => (
        <details key={`${letter.kind}|${letter.agency}`} class="panel">
          <summary>
            {nameOf(letter.agency)}: {letter.subject} <span class="quiet">({MAIL_WORDS[letter.mail]})</span>
          </summary>
          <p class="letter">{letter.text}</p>
          <CopyButton text={textOf(letter)} told="Đã chép thư.">
            Chép thư
          </CopyButton>
        </details>
      ))}
    </section>
  );
}

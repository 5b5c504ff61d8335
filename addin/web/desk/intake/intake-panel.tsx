import { useState } from 'preact/hooks';
import type { Day } from '../../../../core/day.ts';
import { formatDate } from '../../../../core/format.ts';
import { localDay } from '../../../../core/local-day.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { FindingList } from '../../../ui/finding-list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useUnsaved } from '../../../ui/unsaved.ts';
import { useAtOnce } from '../../../ui/use-at-once.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { typedDay } from '../typed-day.ts';
import { ChooseFiles } from './choose-files.tsx';
import type { PickedFiles } from './dropped-files.ts';
import { intakeRunOf, type Question } from './intake-run.ts';
import { LeftOut } from './left-out.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import { QuestionCard } from './question.tsx';
import { RefusedList } from './refused-list.tsx';

/**
 * Workbooks that came by another way, many at once; each is the agency's that its hidden identity names, and who took it in is on record.
 */
export function IntakePanel(props: DeskProps) {
  const { api, me, nameOf, period, periodLine, plan, reload, status, query, go } = props;
  const run = intakeRunOf(api, period);
  const [{ outcomes, others, running, opening }, setProgress] = useState(run.progress);
  const [turn, setTurn] = useState(0);
  useAtOnce(() => {
    setProgress(run.progress());
    return run.listen(() => setProgress(run.progress()));
  }, [run]);
  const isBusy = running !== null || opening !== null;
  const today = localDay(new Date(), plan.reporting.utcOffset);
  // A date field of the browser would write the day in the order of the browser's language.
  const [typed, setTyped] = useState(() => formatDate(today));
  const receivedOn = typedDay(typed);
  const wrongDay = dayTrouble(receivedOn, periodLine.from, today);
  const renew = async (): Promise<void> => {
    setTurn((before) => before + 1);
    await reload();
  };
  const take = async (picked: PickedFiles): Promise<void> => {
    await run.take(picked, receivedOn === today ? null : receivedOn);
    await renew();
  };
  const settle = (questions: readonly Question[], choice: 'replace' | 'leave') => void run.settle(questions, choice).then(renew);
  const questions = outcomes.filter((one) => one.kind === 'asks');
  const settled = outcomes.filter((one) => one.kind !== 'asks');
  const received = outcomes.filter(({ kind }) => kind === 'received').length;
  const again = outcomes.filter((one) => one.kind === 'refused' && one.again).length;
  const waiting = status.filter(({ state }) => state === 'submitted').length;
  useUnsaved(questions.length > 0 ? `${questions.length} tệp nhận thay đơn vị còn chờ chọn.` : null);
  return (
    <>
      <h2>Nhận tệp thay đơn vị</h2>
      <p>
        Dùng khi đơn vị gửi biểu qua thư hoặc văn bản. Mỗi tệp được đọc, kiểm tra và ghi là lần nộp của đơn vị ghi trong biểu; nhật ký ghi{' '}
        {me.name} là người nhận.
      </p>
      {periodLine.state !== 'open' ? (
        <Notice kind="info">Kỳ {shortPeriodName(period)} đã khóa nên không nhận thêm. Mở lại kỳ trước khi nhận tệp.</Notice>
      ) : (
        <ChooseFiles disabled={isBusy || wrongDay !== null} onPicked={(picked) => take(picked)}>
          <label class="day">
            Ngày nhận
            <input
              type="text"
              inputMode="numeric"
              value={typed}
              aria-invalid={wrongDay !== null}
              aria-describedby="received-on"
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <p id="received-on" class={wrongDay ? 'wrong' : 'quiet'} role={wrongDay ? 'alert' : undefined}>
            {wrongDay ?? 'Ngày tệp đến tay cơ quan tổng hợp, dùng để tính gửi muộn. Tệp đến từ trước thì đổi ngày rồi mới chọn tệp.'}
          </p>
        </ChooseFiles>
      )}
      {opening !== null && (
        <div class="row" role="status">
          <progress aria-label="Đang mở tệp" /> Đang mở {opening}…{' '}
          <button type="button" onClick={() => run.stop()}>
            Dừng
          </button>
        </div>
      )}
      {running && (
        <div class="row" role="status">
          <progress value={running.done} max={running.all} aria-label="Số tệp đã xử lý" /> {running.done}/{running.all} tệp{' '}
          <button type="button" onClick={() => run.stop()}>
            Dừng
          </button>
        </div>
      )}
      <LeftOut paths={others} />
      {!isBusy && outcomes.length > 0 && (
        <Notice kind={received === outcomes.length ? 'good' : 'warning'}>
          <p>
            Đã nhận {received}/{outcomes.length} tệp.
            {questions.length > 0 &&
              ` ${questions.length} tệp cũ hơn hoặc điền ít dòng hơn lần nộp hiện hành: lần nộp hiện hành được giữ cho tới khi chọn.`}
          </p>
          {again > 0 && (
            <button type="button" onClick={() => void run.resume().then(renew)}>
              Nhận tiếp {again} tệp chưa xong
            </button>
          )}
          {waiting > 0 && (
            <p>
              <a {...linkTo(query, go, { the: 'tinh-hinh', muc: null, trangthai: 'cho-tham-dinh' })}>
                Thẩm định {waiting} báo cáo đang chờ
              </a>
            </p>
          )}
        </Notice>
      )}
      {questions.length > 1 && (
        <div class="row">
          <b>Cho cả {questions.length} tệp:</b>
          <button type="button" disabled={isBusy} onClick={() => settle(questions, 'leave')}>
            Giữ lần nộp hiện hành, cả {questions.length} tệp
          </button>
          <button type="button" disabled={isBusy} onClick={() => settle(questions, 'replace')}>
            Thay bằng tệp này, cả {questions.length} tệp
          </button>
        </div>
      )}
      <ul class="exports">
        {[...questions, ...settled].map((outcome, k) => (
          <li key={`${k}|${outcome.path}`} class="panel">
            <b class="file">{outcome.path}</b>
            {outcome.kind === 'asks' ? (
              <QuestionCard
                question={outcome}
                nameOf={nameOf}
                plan={plan}
                disabled={isBusy}
                onChoice={(choice) => settle([outcome], choice)}
              />
            ) : (
              <OutcomeLine outcome={outcome} nameOf={nameOf} plan={plan} />
            )}
            {'findings' in outcome && <FindingList findings={outcome.findings} plan={plan} />}
          </li>
        ))}
      </ul>
      <RefusedList {...{ api, nameOf, period, plan, status, turn }} />
    </>
  );
}

/** Why files cannot have come on that day; null where they can. */
function dayTrouble(day: Day | null, first: Day, today: Day): string | null {
  if (day === null) return `Ghi ngày/tháng/năm, ví dụ ${formatDate(today)}.`;
  if (day > today) return `Ngày nhận không được sau hôm nay (${formatDate(today)}).`;
  return day < first ? `Ngày nhận không được trước ngày đầu của kỳ (${formatDate(first)}).` : null;
}

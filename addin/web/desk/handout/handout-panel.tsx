import { useState } from 'preact/hooks';
import { formatCount } from '../../../../core/format.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useAct } from '../../../ui/use-act.ts';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { NamedOptions } from '../named-options.tsx';
import { CodeUses } from './code-uses.tsx';

/** Forms and letters with one-time codes, for one agency or for all. */
export function HandoutPanel({ api, agencies, nameOf, period, periodLine, query, go }: DeskProps) {
  const act = useAct();
  const isOpen = periodLine.state === 'open';
  const [chosen, setChosen] = useState<AgencyId | ''>('');
  const asked = useAsked(() => api.settings(period), [api, period]);
  const contact = asked.value?.value.settings.contact;
  const isUnnamed = asked.value !== null && !contact?.phone && !contact?.email;
  const handOut = async (): Promise<void> => {
    const told = chosen === '' ? `Đã tạo biểu và thư cho ${agencies.length} đơn vị.` : `Đã tạo biểu và thư cho ${nameOf(chosen)}.`;
    const answer = await act.run(() => api.handOut(period, chosen === '' ? null : [chosen]), told);
    if (answer) saveFile(answer.value, `giao-bieu-${period}.zip`);
  };
  const whose = chosen === '' ? 'mọi đơn vị' : nameOf(chosen);
  const revoke = () =>
    act.run(
      () => api.revokeCodes(chosen === '' ? null : chosen),
      ({ value: { revoked } }) =>
        revoked.length === 0
          ? `Không có mã dùng một lần nào của ${whose} còn dùng được.`
          : `Đã thu hồi ${formatCount(revoked.length)} mã dùng một lần của ${whose}.`,
    );
  return (
    <>
      <h2>Giao biểu kỳ {shortPeriodName(period)}</h2>
      <p>
        Tệp tải về có mỗi đơn vị một thư mục: biểu để điền và thư giao biểu với địa chỉ trang, mã QR, mã dùng một lần, hạn gửi, đầu mối liên
        hệ. Đầu mối ghi ở mục Thiết lập kỳ.
      </p>
      {!isOpen && (
        <Notice kind="info">
          Kỳ {shortPeriodName(period)} đã khóa nên không giao biểu nữa. <a {...linkTo(query, go, { muc: 'ky' })}>Mở lại kỳ</a>, hoặc chọn kỳ
          đang mở ở dòng trên cùng.
        </Notice>
      )}
      {isOpen && isUnnamed && (
        <Notice kind="warning">
          Chưa có điện thoại, thư điện tử của đầu mối nên thư sẽ để trống chỗ này.{' '}
          <a {...linkTo(query, go, { muc: 'thiet-lap' })}>Ghi đầu mối ở Thiết lập kỳ</a> trước khi giao biểu.
        </Notice>
      )}
      <div class="row">
        <label>
          {isOpen ? 'Giao cho' : 'Đơn vị'}
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value as AgencyId | '')}>
            <option value="">Tất cả {agencies.length} đơn vị</option>
            <NamedOptions of={agencies} />
          </select>
        </label>
        {isOpen && (
          <button type="button" class="primary" disabled={act.waiting} onClick={() => void handOut()}>
            {act.waiting ? 'Đang tạo biểu và thư…' : 'Tạo biểu và thư'}
          </button>
        )}
      </div>
      {isOpen && <p class="quiet">Mỗi lần tạo có mã mới; mã cũ chưa dùng vẫn còn hạn 30 ngày, trừ khi được thu hồi.</p>}
      <AskFirst key={chosen} word={`Thu hồi mã chưa dùng của ${whose}`} onSure={() => void revoke()}>
        Mã dùng một lần đã giao cho {whose} mà chưa dùng sẽ không dùng được nữa. Mã truy cập đã đổi được không bị ảnh hưởng; thu hồi mã đó ở
        mục Mã truy cập.
      </AskFirst>
      <ActOutcome act={act} />
      <CodeUses {...{ api, agencies, nameOf, period }} turn={act.done} />
    </>
  );
}

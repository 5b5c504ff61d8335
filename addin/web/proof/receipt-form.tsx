import { useState } from 'preact/hooks';
import { Period } from '../../../core/plan/period.ts';
import { periodLabel, periodOfName } from '../../../core/wording/period-names.ts';
import { Notice } from '../../ui/notice.tsx';
import type { AskedProof } from '../../ui/proof-address.ts';
import { agencyCodeIn } from './agency-code.ts';

interface Props {
  readonly asked: AskedProof | null;
  readonly onAsk: (asked: AskedProof) => void;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** For a receipt on paper and no camera: what it states, typed in. */
export function ReceiptForm({ asked, onAsk }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement); // the form that the event came to
    const said = (name: string) => String(fields.get(name) ?? '').trim();
    const text = (name: string) => said(name).replace(/\s/g, '');
    const period = periodOfName(said('ky')) ?? text('ky').toUpperCase();
    const typed: AskedProof = { period, agency: agencyCodeIn(said('don-vi')) ?? '', sha256: text('ma').toLowerCase() };
    const wrong = faultOf(typed);
    setTrouble(wrong);
    if (wrong === null) onAsk(typed);
  };
  return (
    <form class="receipt-form" noValidate onSubmit={submit}>
      <div class="row">
        <label>
          Kỳ báo cáo, như ghi trên biên nhận
          <input name="ky" required defaultValue={asked ? periodLabel(asked.period) : undefined} autocomplete="off" />
        </label>
        <label>
          Mã đơn vị
          <input name="don-vi" required defaultValue={asked?.agency} autocomplete="off" spellcheck={false} />
        </label>
      </div>
      <label>
        Mã SHA-256
        <input name="ma" required defaultValue={asked?.sha256} autocomplete="off" spellcheck={false} />
      </label>
      {trouble && <Notice kind="error">{trouble}</Notice>}
      <button type="submit">Xác minh biên nhận</button>
    </form>
  );
}

/** What of a receipt was not typed as it stands there; null where it can be asked for. */
function faultOf({ period, agency, sha256 }: AskedProof): string | null {
  if (!Period.safeParse(period).success)
    return 'Kỳ báo cáo ghi như trên biên nhận, ví dụ “2026” hoặc “Quý II năm 2026”. Nhập lại kỳ báo cáo.';
  if (agency === '') return 'Cần mã đơn vị, không phải tên. Mã này ghi trong ngoặc sau tên đơn vị trên biên nhận.';
  if (!SHA256.test(sha256))
    return 'Mã SHA-256 gồm 64 ký tự: chữ số 0–9 và chữ a–f, chia thành 8 nhóm trên biên nhận. Kiểm tra lại từng nhóm.';
  return null;
}

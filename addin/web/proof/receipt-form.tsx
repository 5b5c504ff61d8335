import { useState } from 'preact/hooks';
import { Notice } from '../../ui/notice.tsx';
import type { AskedProof } from '../../ui/proof-address.ts';

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
    const text = (name: string) => String(fields.get(name) ?? '').replace(/\s/g, '');
    const typed: AskedProof = { period: text('ky'), agency: text('don-vi'), sha256: text('ma').toLowerCase() };
    const wrong = faultOf(typed);
    setTrouble(wrong);
    if (wrong === null) onAsk(typed);
  };
  return (
    <form class="receipt-form" noValidate onSubmit={submit}>
      <div class="row">
        <label>
          Kỳ báo cáo (năm)
          <input name="ky" inputMode="numeric" required defaultValue={asked?.period} autocomplete="off" />
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
  if (!/^20\d\d$/.test(period)) return 'Kỳ báo cáo là năm ghi trên biên nhận, gồm bốn chữ số. Nhập lại kỳ báo cáo.';
  if (agency === '') return 'Chưa nhập mã đơn vị. Mã này ghi trong ngoặc sau tên đơn vị trên biên nhận.';
  if (!SHA256.test(sha256))
    return 'Mã SHA-256 gồm 64 ký tự: chữ số 0–9 và chữ a–f, chia thành 8 nhóm trên biên nhận. Kiểm tra lại từng nhóm.';
  return null;
}

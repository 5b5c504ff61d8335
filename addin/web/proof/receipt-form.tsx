import { useState } from 'preact/hooks';
import { Period } from '../../../core/plan/period.ts';
import type { NamedProof } from '../../../core/proof-path.ts';
import { periodLabel, periodOfName } from '../../../core/wording/period-names.ts';
import { Notice } from '../../ui/notice.tsx';
import { proofCodeIn } from '../../ui/proof-address.ts';

interface Props {
  readonly asked: NamedProof | null;
  readonly onAsk: (asked: NamedProof) => void;
}

/** For a receipt on paper and no camera: what it states, typed in. */
export function ReceiptForm({ asked, onAsk }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement); // the form that the event came to
    const said = (name: string) => String(fields.get(name) ?? '').trim();
    const period = periodOfName(said('ky')) ?? said('ky').replace(/\s/g, '').toUpperCase();
    const typed = { period, agency: said('don-vi'), code: proofCodeIn(said('ma')) ?? '' };
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
          Tên hoặc mã đơn vị
          <input name="don-vi" required defaultValue={asked?.agency} autocomplete="off" spellcheck={false} />
        </label>
      </div>
      <label>
        Số biên nhận (ví dụ 7F3K-92QD) hoặc mã SHA-256
        <input name="ma" required defaultValue={asked?.code} autocomplete="off" spellcheck={false} />
      </label>
      {trouble && <Notice kind="error">{trouble}</Notice>}
      <button type="submit">Xác minh biên nhận</button>
    </form>
  );
}

/** What of a receipt was not typed as it stands there; null where it can be asked for. */
function faultOf({ period, agency, code }: NamedProof): string | null {
  if (!Period.safeParse(period).success)
    return 'Kỳ báo cáo ghi như trên biên nhận, ví dụ “2026” hoặc “Quý II năm 2026”. Nhập lại kỳ báo cáo.';
  if (agency === '') return 'Cần tên hoặc mã đơn vị ghi trên biên nhận.';
  if (code === '')
    return 'Số biên nhận gồm 8 chữ và số, ví dụ 7F3K-92QD; mã SHA-256 gồm 64 ký tự: chữ số 0–9 và chữ a–f, chia thành 8 nhóm. Kiểm tra lại.';
  return null;
}

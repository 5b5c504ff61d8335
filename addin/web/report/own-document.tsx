import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { Api } from '../../api/api.ts';
import { ActOutcome } from '../../ui/act-outcome.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useAct } from '../../ui/use-act.ts';

interface Props {
  readonly period: Period;
  readonly agency: AgencyId;
  readonly api: Api;
}

/** The agency's report as it is signed and sent on paper or as a signed file (plan, V.1). */
export function OwnDocument({ period, agency, api }: Props) {
  const act = useAct();
  const name = `bao-cao-${agency}-${period}.docx`;
  return (
    <>
      <p>
        Kế hoạch yêu cầu gửi cả báo cáo có chữ ký. Tải bản .docx đã có số liệu, giải trình, biên nhận và mã QR; cấp số, ghi ngày rồi trình
        ký.
      </p>
      <p>
        <button
          type="button"
          class="primary"
          disabled={act.waiting}
          onClick={async () => {
            const answer = await act.run(() => api.document(period, agency), `Đã tải ${name}.`);
            if (answer) saveFile(answer.value, name);
          }}
        >
          Tải báo cáo để trình ký (.docx)
        </button>
      </p>
      <ActOutcome act={act} />
    </>
  );
}

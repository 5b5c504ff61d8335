import { useState } from 'preact/hooks';
import type { Report } from '../../../core/report.ts';
import { failed, ok } from '../../../core/result.ts';
import { Notice } from '../../ui/notice.tsx';
import { Opening } from '../../ui/opening.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import type { AgencyPeriod } from './agency-period.ts';
import type { Work } from './work.ts';

interface Props {
  readonly report: Report;
  readonly place: AgencyPeriod;
  readonly work: Work;
}

/** What the head of the agency sees before the report is sent: the sheet that is signed, on the page or as a document. */
export function OfferPreview({ report, place, work }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setSaving(true);
    setTrouble(null);
    setTrouble(await work.savePreview(report));
    setSaving(false);
  };
  return (
    <div class="offer-preview">
      <p>Cần trình người có thẩm quyền trước khi gửi: xem hoặc tải đúng văn bản sẽ ký, có ghi “chưa gửi”.</p>
      <p class="row">
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Đóng bản xem trước' : 'Xem trước báo cáo'}
        </button>
        <button type="button" disabled={saving} onClick={() => void save()}>
          {saving ? 'Đang tải…' : 'Tải bản xem trước (.docx)'}
        </button>
        {isOpen && (
          <button type="button" onClick={() => print()}>
            In bản xem trước
          </button>
        )}
      </p>
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {isOpen && <OpenPaper report={report} place={place} />}
    </div>
  );
}

async function loadPaper() {
  const loaded = await import('./paper/paper-panel.tsx').catch(() => null);
  return loaded ? ok(loaded) : failed({ kind: 'offline' } as const);
}

function OpenPaper({ report, place }: Pick<Props, 'report' | 'place'>) {
  const asked = useAsked(loadPaper, []);
  if (!asked.value) return <Opening what="Đang mở bản xem trước" asking={asked} />;
  const { PaperPanel } = asked.value;
  return <PaperPanel report={report} place={place} />;
}

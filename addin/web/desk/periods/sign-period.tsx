import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { useAct } from '../../../ui/use-act.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { DownloadButton } from '../download-button.tsx';
import type { AskedSettings } from './asked-settings.ts';
import { missingOnPaper, PaperLinks } from './missing-on-paper.tsx';

/** What is signed between the close and the publication: the report and its appendices, of figures that no longer change. */
export function SignPeriod({ api, query, go, period, periodLine, settings }: DeskProps & { readonly settings: AskedSettings }) {
  const act = useAct();
  const missing = settings.value ? missingOnPaper(settings.value.value.settings) : [];
  const isClosed = periodLine.state === 'closed';
  const files = [
    { name: `bao-cao-${period}.docx`, title: 'Tải báo cáo để trình ký', ask: () => api.periodReport(period) },
    { name: `phu-luc-tong-hop-${period}.xlsx`, title: 'Tải phụ lục', ask: () => api.appendix(period) },
  ];
  return (
    <section class="panel">
      <h3>Trình ký báo cáo kỳ {shortPeriodName(period)}</h3>
      {!isClosed && <p>Khóa kỳ trước: số liệu của báo cáo khi đó không đổi nữa.</p>}
      {isClosed && (
        <>
          <p>
            Số liệu đã được giữ nguyên. Tải báo cáo và phụ lục, trình ký; người ký, số, ngày, nơi nhận, câu chữ ghi ở{' '}
            <a {...linkTo(query, go, { the: 'quan-tri', muc: 'thiet-lap' })}>Thiết lập kỳ</a>, trước hay sau khi khóa.
          </p>
          {missing.length > 0 && (
            <p>
              Báo cáo chưa ghi: <PaperLinks {...{ query, go }} fields={missing} />.
            </p>
          )}
          <ActOutcome act={act} />
          <div class="row">
            {files.map((file) => (
              <DownloadButton key={file.name} file={file} act={act} isMain={false} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

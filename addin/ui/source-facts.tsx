import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { Source } from '../../core/matrix.ts';
import { cellPlaceText, fileText } from '../../core/wording/source-text.ts';
import { REPORT_WORDS } from './badge.tsx';
import { momentText } from './moment.ts';

interface Props {
  readonly source: Source | undefined;
  readonly report: ReportEnvelope | null;
  readonly nameOf: (id: string) => string;
  readonly utcOffset: string;
}

/** Where a figure comes from: file, sheet and cell, version, who and when. */
export const SourceFacts = ({ source, report, nameOf, utcOffset }: Props) => (
  <>
    <h3>Nguồn số liệu</h3>
    <dl class="facts">
      <dt>Tệp</dt>
      <dd>{fileText(source ?? {})}</dd>
      {source?.sheet && (
        <>
          <dt>Trang tính, ô</dt>
          <dd>{cellPlaceText(source)}</dd>
        </>
      )}
      {source?.version !== undefined && (
        <>
          <dt>Lần nộp</dt>
          <dd>
            {source.version}
            {report && ` · ${REPORT_WORDS[report.state]}`}
          </dd>
        </>
      )}
      {source?.at && (
        <>
          <dt>Thời điểm</dt>
          <dd>{momentText(source.at, utcOffset)}</dd>
        </>
      )}
      {source?.by && (
        <>
          <dt>Người gửi</dt>
          <dd>{nameOf(source.by)}</dd>
        </>
      )}
    </dl>
  </>
);

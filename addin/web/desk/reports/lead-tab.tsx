import { useState } from 'preact/hooks';
import type { ReviewLine } from '../../../../contract/routes/list-reviews.ts';
import { XLSX } from '../../../../core/media-types.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { Opening } from '../../../ui/opening.tsx';
import { useAct } from '../../../ui/use-act.ts';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { DownloadButton } from '../download-button.tsx';
import { ManyDecisions } from '../review/many-decisions.tsx';
import { ReviewPanel } from '../review/review-panel.tsx';
import { isDecidable, useManyReviews } from '../review/use-many-reviews.ts';
import { leftText } from '../review/walk-line.tsx';
import { LEAD_FILTERS, waitsForReview } from './lead-filters.ts';
import { ListFilters } from './list-filters.tsx';
import { LEAD_COLUMNS } from './report-columns.tsx';
import { ReportTable } from './report-table.tsx';
import { useReportList } from './use-report-list.ts';

/** What a lead reviews: each other agency that owes one of its rows, and that agency's report beside the list. */
export function LeadTab(props: DeskProps) {
  const { query, api, go, matrix, me, period, plan } = props;
  const [turn, setTurn] = useState(0);
  // The matrix tells of every new report.
  const asked = useAsked(() => api.reviews(period), [api, period, matrix, turn]);
  const reload = async (): Promise<void> => {
    setTurn((before) => before + 1);
    await props.reload();
  };
  const act = useAct();
  const many = useManyReviews({ ...props, reload });
  const all = asked.value?.value.agencies ?? NOTHING;
  const { filter, lines, open, walk, previous } = useReportList(props, all, LEAD_FILTERS);
  const decidable = lines.filter((line) => many.chosen.has(line.agency) && isDecidable(line) && line.state !== 'accepted');
  const left = all.filter(waitsForReview).length;
  if (!asked.value) return <Opening what="Đang lấy danh sách báo cáo" asking={asked} />;
  return (
    <div class={open ? 'side-by-side open' : 'side-by-side'}>
      <div>
        <h2 class="visually-hidden">Thẩm định các dòng do cơ quan mình chủ trì</h2>
        {(asked.refused ?? asked.setback) && <Opening what="Đang lấy danh sách báo cáo" asking={asked} />}
        <ListFilters {...{ query, go, plan, filter, all }} filters={LEAD_FILTERS}>
          <p class="quiet count" role="status">
            {lines.length} đơn vị, {lines.filter(({ rowsSaid }) => rowsSaid > 0).length} đã báo cáo; {leftText(left)}
          </p>
          <DownloadButton
            file={{ name: `dong-chu-tri-${period}.xlsx`, title: 'Tải các dòng chủ trì (.xlsx)', ask: () => api.matrixFile(period, XLSX) }}
            act={act}
            isMain={false}
          />
        </ListFilters>
        <ActOutcome act={act} />
        {props.periodLine.state === 'open' && (
          <ManyDecisions {...{ many, plan, decidable }} acceptable={decidable.filter(waitsForReview)} rows={me.leads} />
        )}
        {lines.length === 0 ? (
          <p>Không có đơn vị nào theo bộ lọc này.</p>
        ) : (
          <ReportTable desk={props} label="Các đơn vị" columns={LEAD_COLUMNS} {...{ lines, many }} />
        )}
      </div>
      {open && <ReviewPanel key={open.agency} {...props} {...{ reload, previous, walk, left }} subject={open} />}
    </div>
  );
}

const NOTHING: readonly ReviewLine[] = [];

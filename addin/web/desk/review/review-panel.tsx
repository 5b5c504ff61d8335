import type { WireFinding } from '../../../../contract/wire-finding.ts';
import type { Matrix } from '../../../../core/matrix.ts';
import type { RowId } from '../../../../core/plan/plan.ts';
import { failed } from '../../../../core/result.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { ReportBadge } from '../../../ui/badge.tsx';
import { ChangeTable } from '../../../ui/change-table.tsx';
import { DecideRow, NewerVersion } from '../../../ui/decide-row.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Opening } from '../../../ui/opening.tsx';
import { ReviewList } from '../../../ui/review-list.tsx';
import { useAsked } from '../../../ui/use-asked.ts';
import { type ReviewSubject, useReview } from '../../../ui/use-review.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { isWaivable } from '../settings/rule-names.ts';
import { SidePanel } from '../side-panel.tsx';
import { BesideRow } from './beside-row.tsx';
import type { Walk } from './use-walk.ts';
import { NextReport, WalkLine } from './walk-line.tsx';

interface PanelProps extends DeskProps {
  readonly subject: ReviewSubject;
  /** The figures of the last closed period; null where there are none, or not yet. */
  readonly previous: Matrix | null;
  readonly walk: Walk;
  /** How many of the list still wait to be reviewed. */
  readonly left: number;
}

/** One agency's report, row by row, to be accepted or returned with remarks at its rows; to a lead its own rows alone. */
export function ReviewPanel(props: PanelProps) {
  const { api, query, go, isConsolidator, nameOf, subject, period, periodLine, plan, reload, walk, left } = props;
  const role = isConsolidator ? 'consolidator' : 'lead';
  const review = useReview({ api, plan, period, isOpen: periodLine.state === 'open', role, subject, reload });
  const { envelope, parts, seen } = review;
  // A lead sees its rows alone, and what changed in others is none of its business.
  const compares = seen !== null && seen > 1 && isConsolidator;
  const comparing = useAsked(
    () => (compares ? api.changes(period, subject.agency, seen) : Promise.resolve(failed({ kind: 'stopped' } as const))),
    [api, period, subject.agency, seen, compares],
  );
  const changes = compares ? comparing.value?.value : null;

  const name = nameOf(subject.agency);
  const state = envelope?.state ?? subject.state;
  const isAccepted =
    envelope !== null &&
    (envelope.state === 'accepted' ||
      (!isConsolidator && parts.every(({ rows }) => rows.every(({ row }) => envelope.acceptedRows.includes(row)))));
  return (
    <SidePanel title={name} onClose={() => go({ donvi: null })}>
      <div>
        <WalkLine {...{ walk, left, go, nameOf }} />
        <p>
          {state && <ReportBadge state={state} />}{' '}
          {subject.at && (
            <span class="quiet">
              Lần nộp {subject.version}, {momentText(subject.at, plan.reporting.utcOffset)}, người gửi: {nameOf(subject.by ?? '')}
            </span>
          )}
        </p>
        <NewerVersion review={review} version={subject.version} />
        {subject.version === null && (
          <p>
            {isConsolidator ? (
              <>
                Đơn vị chưa gửi báo cáo. Chép thư nhắc ở cuối trang, hoặc{' '}
                <a {...linkTo(query, go, { the: 'quan-tri', muc: 'nhan-tep', donvi: null, tim: null, trangthai: null })}>
                  nhận tệp thay đơn vị
                </a>
                .
              </>
            ) : (
              'Đơn vị chưa báo cáo dòng nào do cơ quan mình chủ trì.'
            )}
          </p>
        )}
        {review.asking && <Opening what="Đang lấy báo cáo" asking={review.asking} />}
        {compares && !changes && envelope && <Opening what="Đang lấy các thay đổi" asking={comparing} />}
        {changes && changes.changes.length > 0 && (
          <details>
            <summary>
              {changes.changes.length} thay đổi so với lần nộp {changes.from}
            </summary>
            <ChangeTable
              caption="Thay đổi"
              changes={changes.changes}
              plan={plan}
              before={`Lần ${changes.from}`}
              after={`Lần ${changes.to}`}
            />
          </details>
        )}
        {envelope && (
          <>
            {!isConsolidator && !review.isConcerned && <p>Đơn vị chưa báo cáo dòng nào do cơ quan mình chủ trì.</p>}
            <ReviewList
              review={review}
              plan={plan}
              actions={(finding, row) => <Waive {...props} finding={finding} row={row} />}
              beside={(row) => <BesideRow {...props} row={row} of={subject.agency} version={envelope.version} />}
            />
            {periodLine.state !== 'open' && <p class="quiet">Kỳ đã khóa: báo cáo chỉ để xem.</p>}
            <ActOutcome act={review.act} />
            {review.act.done && <NextReport {...{ walk, go, nameOf }} />}
            {review.isConcerned && (
              <DecideRow
                review={review}
                name={name}
                accept={isConsolidator ? 'Chấp nhận' : 'Chấp nhận các dòng này'}
                isAccepted={isAccepted}
              />
            )}
          </>
        )}
      </div>
    </SidePanel>
  );
}

interface WaiveProps extends Pick<DeskProps, 'query' | 'go' | 'isConsolidator'> {
  readonly subject: ReviewSubject;
  readonly row: RowId | null;
  readonly finding: WireFinding;
}

/** The way to waive a finding, for those who may and where that would change something. */
function Waive({ query, go, isConsolidator, subject, row, finding: { rule, severity } }: WaiveProps) {
  if (!isConsolidator || severity === 'hint' || !isWaivable(rule)) return null;
  const settings = { the: 'quan-tri', muc: 'thiet-lap', donvi: subject.agency, dong: row, quytac: rule, tim: null, trangthai: null };
  return <a {...linkTo(query, go, settings)}>Miễn trừ…</a>;
}

import { useEffect, useState } from 'preact/hooks';
import type { RowId } from '../../../../core/plan.ts';
import type { ChangeList, ReportEnvelope, StatusLine, WireFinding } from '../../../api/answers.ts';
import { troubleText } from '../../../api/trouble.ts';
import { ReportBadge } from '../../../ui/badge.tsx';
import { ChangeTable } from '../../../ui/change-table.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ReviewList } from '../../../ui/review-list.tsx';
import { reviewRows } from '../../../ui/review-rows.ts';
import { Told } from '../../../ui/told.tsx';
import { useAct } from '../../../ui/use-act.ts';
import { type Remarks, useRemarks } from '../../../ui/use-remarks.ts';
import { linkTo } from '../address.ts';
import type { DeskProps } from '../desk-props.ts';
import { WAIVABLE_NAMES } from '../settings/rule-names.ts';
import { SidePanel } from '../side-panel.tsx';

/** What is known of a report before it is opened; a lead learns its state only from the report. */
export type Standing = Pick<StatusLine, 'agency' | 'version' | 'at' | 'by'> & { readonly state: StatusLine['state'] | null };

/** One agency's report, row by row, to be accepted or returned with remarks at its rows; to a lead its own rows alone. */
export function ReviewPanel(props: DeskProps & { readonly standing: Standing }) {
  const { agency, api, go, isConsolidator, standing, period, periodLine, plan, reload } = props;
  const act = useAct();
  const [envelope, setEnvelope] = useState<ReportEnvelope | null>(null);
  const [changes, setChanges] = useState<ChangeList | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [remarks, setRemarks] = useRemarks(period, standing.agency);
  const [decided, setDecided] = useState(0);
  // The version on screen stays until the reviewer asks for a newer one: nothing is decided unseen, and no remark is lost.
  const [seen, setSeen] = useState(standing.version);
  useEffect(() => {
    if (seen === null) return;
    void api.version(period, standing.agency, seen).then((answer) => {
      if (answer.ok) setEnvelope(answer.value.value);
      else setTrouble(troubleText(answer.error));
    });
  }, [api, period, standing.agency, seen, standing.state, decided]);
  useEffect(() => {
    // A lead sees its rows alone, and what changed in others is none of its business.
    if (seen === null || seen === 1 || !isConsolidator) return;
    void api.changes(period, standing.agency, seen).then((answer) => {
      if (answer.ok) setChanges(answer.value.value);
      else setTrouble(troubleText(answer.error));
    });
  }, [api, period, standing.agency, seen, isConsolidator]);
  const isOld = standing.version !== seen;
  const state = envelope?.state ?? standing.state;

  const name = agency.get(standing.agency)?.name ?? standing.agency;
  const written = Object.fromEntries(Object.entries(remarks).filter(([, text]) => text?.trim())) as Remarks; // keys are rows
  const canReview = periodLine.state === 'open' && envelope !== null && !isOld;
  const parts = envelope ? reviewRows(envelope, plan) : [];
  const isAccepted =
    envelope !== null &&
    (envelope.state === 'accepted' ||
      (!isConsolidator && parts.every(({ rows }) => rows.every(({ row }) => envelope.acceptedRows.includes(row)))));
  const decide = async (decision: 'accept' | 'return', told: string): Promise<void> => {
    if (!envelope) return;
    const done = await act.run(
      () => api.review(period, standing.agency, { version: envelope.version, decision, remarks: decision === 'return' ? written : {} }),
      told,
    );
    if (!done) return;
    setRemarks({});
    setDecided(decided + 1);
    await reload();
  };
  const many = Object.keys(written).length;
  return (
    <SidePanel title={name} onClose={() => go({ donvi: null })}>
      <div>
        <p>
          {state && <ReportBadge state={state} />}{' '}
          {standing.at && (
            <span class="quiet">
              Lần nộp {standing.version}, {momentText(standing.at, plan.reporting.utcOffset)}, người gửi:{' '}
              {agency.get(standing.by as StatusLine['agency'])?.name ?? standing.by}
            </span>
          )}
        </p>
        {isOld && standing.version !== null && (
          <Notice kind="warning">
            <p>Đơn vị vừa gửi lần nộp {standing.version}. Xem lần nộp này trước khi thẩm định; ý kiến đang ghi vẫn còn.</p>
            <button type="button" onClick={() => setSeen(standing.version)}>
              Xem lần nộp {standing.version}
            </button>
          </Notice>
        )}
        {standing.version === null && (
          <p>
            {isConsolidator
              ? 'Đơn vị chưa gửi báo cáo. Chép thư nhắc ở cuối trang, hoặc nhận tệp thay đơn vị ở mục Quản trị.'
              : 'Đơn vị chưa báo cáo dòng nào do cơ quan bạn chủ trì.'}
          </p>
        )}
        {trouble && <Notice kind="error">{trouble}</Notice>}
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
            {parts.length === 0 && <p>Báo cáo không có dòng nào do cơ quan bạn chủ trì.</p>}
            <ReviewList
              envelope={envelope}
              plan={plan}
              remarks={remarks}
              onRemarks={canReview || isOld ? setRemarks : null}
              actions={(finding, row) => <Waive {...props} finding={finding} row={row} />}
            />
            {periodLine.state !== 'open' && <p class="quiet">Kỳ đã khóa: báo cáo chỉ để xem.</p>}
            <Told act={act} />
            {parts.length > 0 && (
              <div class="row decide">
                <button
                  type="button"
                  class="primary"
                  disabled={!canReview || act.waiting || isAccepted}
                  onClick={() => void decide('accept', `Đã chấp nhận báo cáo của ${name}.`)}
                >
                  {isConsolidator ? 'Chấp nhận' : 'Chấp nhận các dòng này'}
                </button>
                <button
                  type="button"
                  disabled={!canReview || act.waiting || many === 0}
                  onClick={() => void decide('return', `Đã trả lại báo cáo của ${name}.`)}
                >
                  Trả lại kèm {many} ý kiến
                </button>
              </div>
            )}
            {canReview && parts.length > 0 && many === 0 && <p class="quiet">Ghi ý kiến ở ít nhất một dòng để trả lại.</p>}
          </>
        )}
      </div>
    </SidePanel>
  );
}

interface WaiveProps extends Pick<DeskProps, 'address' | 'go' | 'isConsolidator'> {
  readonly standing: Standing;
  readonly row: RowId;
  readonly finding: WireFinding;
}

/** The way to waive a finding, for those who may and where that would change something. */
function Waive({ address, go, isConsolidator, standing, row, finding: { rule, severity } }: WaiveProps) {
  if (!isConsolidator || severity === 'hint' || !Object.hasOwn(WAIVABLE_NAMES, rule)) return null;
  const settings = { the: 'quan-tri', muc: 'thiet-lap', donvi: standing.agency, dong: row, quytac: rule, tim: null, trangthai: null };
  return <a {...linkTo(address, go, settings)}>Miễn trừ…</a>;
}

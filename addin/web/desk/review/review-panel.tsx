import { useEffect, useState } from 'preact/hooks';
import type { RowId } from '../../../../core/plan.ts';
import { citedAs } from '../../../../core/wording/names.ts';
import type { ChangeList, ReportEnvelope, StatusLine } from '../../../api/answers.ts';
import { troubleText } from '../../../api/trouble.ts';
import { ReportBadge } from '../../../ui/badge.tsx';
import { ChangeTable } from '../../../ui/change-table.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import { reportRows } from '../../../ui/report-rows.ts';
import { rowName } from '../../../ui/row-name.ts';
import { Told } from '../../../ui/told.tsx';
import { useAct } from '../../../ui/use-act.ts';
import { changedAddress } from '../address.ts';
import type { DeskProps } from '../desk-props.ts';
import { SidePanel } from '../side-panel.tsx';

/** One agency's report, row by row, to be accepted or returned with remarks at its rows. */
export function ReviewPanel(props: DeskProps & { readonly line: StatusLine }) {
  const { address, agency, api, go, line, period, periodLine, plan, reload } = props;
  const act = useAct();
  const [envelope, setEnvelope] = useState<ReportEnvelope | null>(null);
  const [changes, setChanges] = useState<ChangeList | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [remarks, setRemarks] = useState<Readonly<Partial<Record<RowId, string>>>>({});
  // The version on screen stays until the reviewer asks for a newer one: nothing is decided unseen, and no remark is lost.
  const [seen, setSeen] = useState(line.version);
  useEffect(() => {
    if (seen === null) return;
    void api.version(period, line.agency, seen).then((answer) => {
      if (answer.ok) setEnvelope(answer.value.value);
      else setTrouble(troubleText(answer.error));
    });
    if (seen > 1)
      void api.changes(period, line.agency, seen).then((answer) => {
        if (answer.ok) setChanges(answer.value.value);
        else setTrouble(troubleText(answer.error));
      });
  }, [api, period, line.agency, seen, line.state]);
  const isOld = line.version !== seen;

  const name = agency.get(line.agency)?.name ?? line.agency;
  const close = (): void => go({ donvi: null });
  const written = Object.fromEntries(Object.entries(remarks).filter(([, text]) => text?.trim())) as Partial<Record<RowId, string>>; // keys are rows
  const canReview = periodLine.state === 'open' && envelope !== null && !isOld;
  const decide = async (decision: 'accept' | 'return', told: string): Promise<void> => {
    if (!envelope) return;
    const done = await act.run(
      () => api.review(period, line.agency, { version: envelope.version, decision, remarks: decision === 'return' ? written : {} }),
      told,
    );
    if (!done) return;
    setRemarks({});
    await reload();
  };
  return (
    <SidePanel title={name} onClose={close}>
      <div class="review">
        <p>
          <ReportBadge state={line.state} />{' '}
          {line.at && (
            <span class="quiet">
              Lần nộp {line.version}, {momentText(line.at, plan.reporting.utcOffset)}, người gửi: {line.by}
            </span>
          )}
        </p>
        {isOld && (
          <Notice kind="warning">
            <p>Đơn vị vừa gửi lần nộp {line.version}. Xem lần nộp này trước khi thẩm định; ý kiến đang ghi vẫn còn.</p>
            <button type="button" onClick={() => setSeen(line.version)}>
              Xem lần nộp {line.version}
            </button>
          </Notice>
        )}
        {line.version === null && <p>Đơn vị chưa gửi báo cáo. Chép thư nhắc ở cuối trang, hoặc nhận tệp thay đơn vị ở mục Quản trị.</p>}
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
            <ul>
              {reportRows(envelope, plan).map(({ row, said, findings }) => (
                <li key={row}>
                  <p>
                    <b>{citedAs(row)}</b> {rowName(plan, row).name}
                  </p>
                  <p>{said}</p>
                  {findings.map((finding) => (
                    <p class="quiet" key={`${finding.rule}|${finding.field}`}>
                      {finding.severity === 'warning' ? '▲' : finding.severity === 'error' ? '✕' : 'ℹ'} {finding.message}{' '}
                      <a
                        href={changedAddress(
                          { ky: address.ky ?? period },
                          { the: 'quan-tri', muc: 'thiet-lap', donvi: line.agency, dong: row },
                        )}
                      >
                        Miễn trừ…
                      </a>
                    </p>
                  ))}
                  {envelope.remarks[row] && <p class="quiet">Ý kiến đã nêu: {envelope.remarks[row]}</p>}
                  {(canReview || isOld) && (
                    <label>
                      Ý kiến về dòng {citedAs(row)}
                      <textarea
                        rows={1}
                        value={remarks[row] ?? ''}
                        onInput={(event) => setRemarks({ ...remarks, [row]: event.currentTarget.value })}
                      />
                    </label>
                  )}
                </li>
              ))}
            </ul>
            {periodLine.state !== 'open' && <p class="quiet">Kỳ đã khóa: báo cáo chỉ để xem.</p>}
            <Told act={act} />
            <div class="row">
              <button
                type="button"
                class="primary"
                disabled={!canReview || act.waiting || line.state === 'accepted'}
                onClick={() => void decide('accept', `Đã chấp nhận báo cáo của ${name}.`)}
              >
                Chấp nhận
              </button>
              <button
                type="button"
                disabled={!canReview || act.waiting || Object.keys(written).length === 0}
                onClick={() => void decide('return', `Đã trả lại báo cáo của ${name}.`)}
              >
                Trả lại kèm {Object.keys(written).length} ý kiến
              </button>
            </div>
            {canReview && Object.keys(written).length === 0 && <p class="quiet">Ghi ý kiến ở ít nhất một dòng để trả lại.</p>}
          </>
        )}
      </div>
    </SidePanel>
  );
}

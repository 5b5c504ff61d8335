import { useRef } from 'preact/hooks';
import type { ReportEnvelope } from '../../../contract/report-envelope.ts';
import type { Plan, RowId } from '../../../core/plan/plan.ts';
import type { Report } from '../../../core/report.ts';
import { diffReports } from '../../../core/report-diff.ts';
import type { Api } from '../../api/api.ts';
import { ActOutcome } from '../../ui/act-outcome.tsx';
import { Notice } from '../../ui/notice.tsx';
import { answersIn } from '../../ui/remark-answer.ts';
import { rowName } from '../../ui/row-name.ts';
import { rowSummary } from '../../ui/row-summary.ts';
import { saveFile } from '../../ui/save-file.ts';
import { useAct } from '../../ui/use-act.ts';
import { useAtOnce } from '../../ui/use-at-once.ts';
import { AnswerBadge } from './answer-badge.tsx';

interface Props {
  readonly inForce: ReportEnvelope;
  readonly plan: Plan;
  readonly api: Api;
  /** The report that would answer; null while no file is read. */
  readonly next: Report | null;
  /** Whether an answer is still taken. */
  readonly isOpen: boolean;
}

/**
 * Why a report came back: each remark at its row, with what the row says now and how the file that was read answers it. The page opens
 * here.
 */
export function ReturnedRemarks({ inForce, plan, api, next, isOpen }: Props) {
  const act = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  useAtOnce(() => heading.current?.focus(), []);
  if (inForce.state !== 'returned') return null;
  const { period, agency } = inForce.report;
  const saveMarked = async (): Promise<void> => {
    const answer = await act.run(() => api.workbook(period, agency, inForce.version, 'marked'), null);
    if (answer) saveFile(answer.value, `y-kien-${agency}-${period}-lan-${inForce.version}.xlsx`);
  };
  const said = diffReports(null, inForce.report, plan);
  const answers = next && answersIn(inForce, next, plan);
  const rows = [...plan.indicators, ...plan.tasks].map(({ id }) => id).filter((id) => inForce.remarks[id] !== undefined);
  return (
    <section class="panel remarks" aria-labelledby="remarks">
      <h2 id="remarks" tabIndex={-1} ref={heading}>
        Báo cáo được trả lại để sửa
      </h2>
      <Notice kind="warning">
        {inForce.remark && <p class="remark">{inForce.remark.text}</p>}
        {isOpen && toDo(rows.length, inForce.remark !== undefined)}
      </Notice>
      {rows.length > 0 && (
        <button type="button" disabled={act.waiting} onClick={() => void saveMarked()}>
          Tải tệp đã gửi có ý kiến tại từng dòng
        </button>
      )}
      <ActOutcome act={act} />
      <ul>
        {rows.map((row) => (
          <li key={row}>
            <RowTitle plan={plan} row={row} />
            <p class="remark">{inForce.remarks[row]?.text}</p>
            <p class="quiet">Đang ghi: {rowSummary(said, row, plan) || 'để trống'}</p>
            {answers && (
              <p>
                <AnswerBadge answer={answers.get(row) ?? 'none'} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RowTitle({ plan, row }: { readonly plan: Plan; readonly row: RowId }) {
  const { cited, name } = rowName(plan, row);
  return (
    <h3>
      {cited} <span class="quiet name">{name}</span>
    </h3>
  );
}

function toDo(rows: number, isRemarked: boolean): string {
  if (rows > 0) return `Có ý kiến ở ${rows} dòng. Sửa trong biểu, hoặc ghi giải trình, theo từng ý kiến dưới đây rồi gửi lại.`;
  if (isRemarked) return 'Sửa trong biểu theo ý kiến trên rồi gửi lại.';
  return 'Cơ quan thẩm định trả lại báo cáo mà không ghi ý kiến. Liên hệ cơ quan thẩm định trước khi gửi lại.';
}

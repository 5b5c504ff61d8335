import { momentText } from '../../../ui/moment.ts';
import type { DeskProps } from '../desk-props.ts';
import type { Question } from './intake-run.ts';

interface Props extends Pick<DeskProps, 'nameOf' | 'plan'> {
  readonly question: Question;
  readonly disabled: boolean;
  readonly onChoice: (choice: 'replace' | 'leave') => void;
}

/** A file that is older or emptier than what is in force: both side by side, and a person chooses. */
export function QuestionCard({ question: { file, told, conflict }, nameOf, plan, disabled, onChoice }: Props) {
  const { inForce, arrived } = conflict;
  const moment = (at: string | null): string => (at === null ? 'không ghi' : momentText(at, plan.reporting.utcOffset));
  const isOlder = arrived !== null && (arrived.modified ?? '') < (inForce.modified ?? '');
  const isEmptier = arrived !== null && arrived.rowsFilled < inForce.rowsFilled;
  const facts = [
    ['Tệp', inForce.file ?? 'đơn vị gửi trực tiếp', file.name, false],
    ['Lưu lần cuối', moment(inForce.modified), arrived ? moment(arrived.modified) : '–', isOlder],
    ['Dòng đã điền', String(inForce.rowsFilled), arrived ? String(arrived.rowsFilled) : '–', isEmptier],
    ['Hệ thống nhận', moment(inForce.at), 'chưa nhận', false],
  ] as const;
  return (
    <div class="question">
      <p>
        ▲ <b>{arrived ? nameOf(arrived.agency) : file.name}</b>: {told}
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">Đang có: lần nộp {inForce.version}</th>
              <th scope="col">Tệp này</th>
            </tr>
          </thead>
          <tbody>
            {facts.map(([what, theirs, ours, isWorse]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{theirs}</td>
                <td>{isWorse ? <b>▲ {ours}</b> : ours}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="row">
        <button type="button" disabled={disabled} onClick={() => onChoice('leave')}>
          Giữ lần nộp hiện hành
        </button>
        <button type="button" disabled={disabled} onClick={() => onChoice('replace')}>
          Thay bằng tệp này
        </button>
      </div>
    </div>
  );
}

import type { RowId } from '../../../core/plan/plan.ts';
import type { Report } from '../../../core/report.ts';
import { rowsIn } from '../../../core/report-diff.ts';
import { rowsOfTable, sheetsOf } from '../../../core/tables/sheets-of.ts';
import { citedAs } from '../../../core/wording/names.ts';
import { Notice } from '../../ui/notice.tsx';
import type { AgencyPeriod } from './agency-period.ts';

/** The rows that the version in force says something of and a report would blank. */
export function droppedRows(report: Report, { inForce }: AgencyPeriod): readonly RowId[] {
  if (!inForce) return [];
  const kept = new Set(rowsIn(report));
  return rowsIn(inForce.report).filter((row) => !kept.has(row));
}

interface Props {
  readonly rows: readonly RowId[];
  readonly place: AgencyPeriod;
  /** What the report is called: "Tệp này". */
  readonly title: string;
  /** What to do instead, behind "Nếu không định bỏ số liệu,". */
  readonly instead: string;
  readonly isAgreed: boolean;
  readonly onAgree: (isAgreed: boolean) => void;
}

/** Asks before rows that were reported are blanked: mostly it is an older or an unfilled file. */
export function DroppedRows({ rows, place: { ground, inForce }, title, instead, isAgreed, onAgree }: Props) {
  if (rows.length === 0 || !inForce) return null;
  const dropped = new Set(rows);
  const named = sheetsOf(ground.plan).flatMap((sheet) => {
    const those = rowsOfTable<{ readonly id: RowId }>(ground.plan[sheet.kind], sheet)
      .map(({ id }) => id)
      .filter((id) => dropped.has(id));
    return those.length === 0 ? [] : [`${sheet.title}: ${those.map(citedAs).join(', ')}`];
  });
  return (
    <Notice kind="warning">
      <p>
        {title} để trống {rows.length} dòng mà lần nộp {inForce.version} đã báo cáo ({named.join('; ')}). Gửi thì các dòng đó tính là chưa
        báo cáo.
      </p>
      <p>Nếu không định bỏ số liệu, {instead}.</p>
      <label class="check">
        <input type="checkbox" checked={isAgreed} onChange={(event) => onAgree(event.currentTarget.checked)} /> Xác nhận để trống{' '}
        {rows.length} dòng này
      </label>
    </Notice>
  );
}

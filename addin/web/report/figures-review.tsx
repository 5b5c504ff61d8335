import { inputsOf } from '../../../core/form/row-inputs.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import type { Report } from '../../../core/report.ts';
import { saysTheSame } from '../../../core/report-diff.ts';
import { displayedValue } from '../../../core/tables/inputs.ts';
import type { AgencyPeriod } from './agency-period.ts';
import { entryOf, type OwnRow, ownTables, rateLine } from './own-tables.ts';
import './figures-review.css';

interface Props {
  readonly report: Report;
  readonly place: AgencyPeriod;
  /** Leads back to a row where it is filled in; null where there is no such place. */
  readonly onRow: ((row: RowId) => void) | null;
}

/** Every row that the agency answers, as it would be sent: nothing goes out that nobody has seen. */
export const FiguresReview = (props: Props) => (
  <div class="figures-review">
    {ownTables(props.place).map(({ title, lines }) => (
      <section key={title} aria-label={`Số liệu ${title}`}>
        <h3>{title}</h3>
        {lines.map((line) =>
          line.kind === 'row' ? (
            <ReviewedRow key={line.id} row={line} {...props} />
          ) : (
            <h4 key={`${line.tt} ${line.title}`}>
              {line.tt} {line.title}
            </h4>
          ),
        )}
      </section>
    ))}
  </div>
);

function ReviewedRow({ row, report, place: { inForce }, onRow }: Props & { readonly row: OwnRow }) {
  const entry = entryOf(report, row.id);
  const isChanged = inForce !== null && !saysTheSame(inForce.report, report, row.id);
  return (
    <div class="reviewed">
      <p>
        <strong>{row.cited}</strong> {row.name}
        {isChanged && <em class="changed"> Khác lần nộp {inForce.version}</em>}
      </p>
      {entry ? <Answer row={row} entry={entry} /> : <Blank row={row} />}
      {onRow && (
        <button type="button" class="link" onClick={() => onRow(row.id)}>
          Sửa<span class="visually-hidden"> dòng {row.cited}</span>
        </button>
      )}
    </div>
  );
}

function Answer({ row, entry }: { readonly row: OwnRow; readonly entry: NonNullable<ReturnType<typeof entryOf>> }) {
  const inputs = inputsOf(row.shape).map((column) => ({ header: column.header, text: displayedValue(entry, column) }));
  const lines = [...inputs, ...[rateLine(row, entry) ?? []].flat()].filter(({ text }) => text !== '');
  return (
    <dl>
      {lines.map(({ header, text }) => (
        <div key={header}>
          <dt>{header}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const Blank = ({ row }: { readonly row: OwnRow }) => (
  <p class="blank">
    <span aria-hidden="true">○</span>{' '}
    {row.shape.owed === 'perhaps' ? 'Không báo cáo (dòng không bắt buộc)' : 'Để trống, tính là chưa báo cáo'}
  </p>
);

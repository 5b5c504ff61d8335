import type { ComponentChildren } from 'preact';
import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { WireFinding } from '../../contract/wire-finding.ts';
import type { Plan, RowId } from '../../core/plan/plan.ts';
import { citedAs } from '../../core/wording/names.ts';
import './review-list.css';
import { RowFindings } from './row-findings.tsx';
import { rowName } from './row-name.ts';
import type { Review } from './use-review.ts';

interface Props {
  readonly review: Review;
  readonly plan: Plan;
  /** What can be done about a finding right here. */
  readonly actions?: (finding: WireFinding, row: RowId | null) => ComponentChildren;
  /** What stands beside a row's own figures. */
  readonly beside?: (row: RowId) => ComponentChildren;
}

/** A report row by row, by appendix: figures and rate, findings, what was remarked, and room for a remark. */
export const ReviewList = ({ review: { envelope, parts, remarks, onRemarks, takesRemark }, plan, actions, beside }: Props) => (
  <div class="review">
    {envelope && (
      <OfWhole
        envelope={envelope}
        findings={envelope.findings.filter(({ row }) => !parts.some(({ rows }) => rows.some((one) => one.row === row)))}
        {...(actions && { actions: (finding: WireFinding) => actions(finding, null) })}
      />
    )}
    {parts.map(({ title, rows }) => (
      <section key={title} aria-label={title}>
        <h3>{title}</h3>
        <ul>
          {rows.map(({ row, rate, said, findings }) => (
            <li key={row}>
              <p>
                <b>{citedAs(row)}</b> {rowName(plan, row).name}
              </p>
              {rate && (
                <p>
                  <b>{rate}</b>
                </p>
              )}
              <p>{said}</p>
              {beside?.(row)}
              <RowFindings findings={findings} {...(actions && { actions: (finding) => actions(finding, row) })} />
              {envelope?.acceptedRows.includes(row) && envelope.state !== 'accepted' && (
                <p class="quiet">✓ Cơ quan chủ trì đã chấp nhận dòng này.</p>
              )}
              {envelope?.remarks[row] && <p class="quiet">Ý kiến đã nêu: {envelope.remarks[row].text}</p>}
              {onRemarks && takesRemark(row) && (
                <label>
                  Ý kiến về dòng {citedAs(row)}
                  <textarea
                    rows={1}
                    value={remarks[row] ?? ''}
                    onInput={(event) => onRemarks({ ...remarks, [row]: event.currentTarget.value })}
                  />
                </label>
              )}
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
);

interface WholeProps {
  readonly envelope: ReportEnvelope;
  readonly findings: readonly WireFinding[];
  readonly actions?: (finding: WireFinding) => ComponentChildren;
}

/** What concerns the report as a whole, or rows that are not in the list. */
const OfWhole = ({ envelope: { remark }, findings, actions }: WholeProps) =>
  findings.length === 0 && !remark ? null : (
    <section aria-label="Cả báo cáo">
      <h3>Cả báo cáo</h3>
      {remark && <p class="quiet">Ý kiến đã nêu: {remark.text}</p>}
      <RowFindings findings={findings} {...(actions && { actions })} />
    </section>
  );

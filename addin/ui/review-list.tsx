import type { ComponentChildren } from 'preact';
import type { WireFinding } from '../../contract/wire-finding.ts';
import type { Plan, RowId } from '../../core/plan/plan.ts';
import { citedAs } from '../../core/wording/names.ts';
import { SEVERITY_SIGNS } from '../../core/wording/severities.ts';
import './review-list.css';
import { rowName } from './row-name.ts';
import type { Review } from './use-review.ts';

interface Props {
  readonly review: Review;
  readonly plan: Plan;
  /** What can be done about a finding right here. */
  readonly actions?: (finding: WireFinding, row: RowId) => ComponentChildren;
}

/** A report row by row, by appendix: figures and rate, findings, what was remarked, and room for a remark. */
export const ReviewList = ({ review: { envelope, parts, remarks, onRemarks, takesRemark }, plan, actions }: Props) => (
  <div class="review">
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
              {findings.map((finding) => (
                <p class="quiet" key={`${finding.rule}|${finding.field}`}>
                  {SEVERITY_SIGNS[finding.severity]} {finding.message} {actions?.(finding, row)}
                </p>
              ))}
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

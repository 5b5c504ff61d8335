import type { ComponentChildren } from 'preact';
import type { WireFinding } from '../../contract/wire-finding.ts';
import { SEVERITY_SIGNS } from '../../core/wording/severities.ts';

interface Props {
  readonly findings: readonly WireFinding[];
  /** What can be done about one right here. */
  readonly actions?: (finding: WireFinding) => ComponentChildren;
}

/** What the rules found, each in a line: it travelled with the report and is shown wherever the report is. */
export const RowFindings = ({ findings, actions }: Props) => (
  <>
    {findings.map((finding) => (
      <p class="quiet finding-line" key={`${finding.rule}|${finding.field}|${finding.message}`}>
        {SEVERITY_SIGNS[finding.severity]} {finding.message} {actions?.(finding)}
      </p>
    ))}
  </>
);

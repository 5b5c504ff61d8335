import { offerOf } from '../../../../core/wording/fixes.ts';
import { SEVERITY_SIGNS, SEVERITY_WORDS } from '../../../../core/wording/severities.ts';
import type { EntryFinding } from './judge.ts';

interface Props {
  readonly id: string;
  readonly findings: readonly EntryFinding[];
  readonly onFix: (finding: EntryFinding, offer: number) => void;
}

/** What is found in a field or a row, in its place, with the fixes of one click below each sentence. */
export function FieldFindings({ id, findings, onFix }: Props) {
  if (findings.length === 0) return null;
  return (
    <div class="entry-findings">
      <div id={id}>
        {findings.map(({ severity, rule, message }) => (
          <p key={`${rule} ${message}`} class={severity}>
            <span aria-hidden="true">{SEVERITY_SIGNS[severity]}</span> <span class="visually-hidden">{SEVERITY_WORDS[severity]}: </span>
            {message}
          </p>
        ))}
      </div>
      {findings.some(({ fixes }) => fixes.length > 0) && (
        <p class="row">
          {findings.flatMap((finding) =>
            finding.fixes.map((fix, k) => (
              <button type="button" key={offerOf(fix)} onClick={() => onFix(finding, k)}>
                {offerOf(fix)}
              </button>
            )),
          )}
        </p>
      )}
    </div>
  );
}

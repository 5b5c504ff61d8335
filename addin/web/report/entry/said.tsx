import { offerOf } from '../../../../core/wording/fixes.ts';
import type { EntryFinding } from './judge.ts';

const SIGNS = { error: '✕', warning: '▲', hint: 'ℹ' } as const;
const WORDS = { error: 'Lỗi', warning: 'Cảnh báo', hint: 'Lưu ý' } as const;

interface Props {
  readonly id: string;
  readonly findings: readonly EntryFinding[];
  readonly onFix: (finding: EntryFinding, offer: number) => void;
}

/** What is found in a field or a row, in its place, with the fixes of one click below each sentence. */
export function Said({ id, findings, onFix }: Props) {
  if (findings.length === 0) return null;
  return (
    <div class="entry-said">
      <div id={id}>
        {findings.map(({ severity, rule, message }) => (
          <p key={`${rule} ${message}`} class={severity}>
            <span aria-hidden="true">{SIGNS[severity]}</span> <span class="visually-hidden">{WORDS[severity]}: </span>
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

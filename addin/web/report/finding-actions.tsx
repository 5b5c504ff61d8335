import { ReasonForm } from '../../ui/reason-form.tsx';
import type { CheckedFinding } from '../reader/messages.ts';
import type { Work } from './work.ts';

interface Props {
  readonly finding: CheckedFinding;
  readonly work: Work;
  readonly busy: boolean;
}

/** What can be done about a finding right here: fixes of one click, or a reason that is written into the form. */
export function FindingActions({ finding, work, busy }: Props) {
  const { id, offers, takesReason, row } = finding;
  if (offers.length === 0 && !takesReason) return null;
  return (
    <>
      {offers.length > 0 && (
        <p class="row">
          {offers.map((offer, k) => (
            <button type="button" key={offer} disabled={busy} onClick={() => work.fix({ kind: 'fix', finding: id, offer: k })}>
              {offer}
            </button>
          ))}
        </p>
      )}
      {takesReason && row !== null && (
        <ReasonForm row={row} busy={busy} onReason={(text) => void work.fix({ kind: 'explain', finding: id, text })} />
      )}
    </>
  );
}

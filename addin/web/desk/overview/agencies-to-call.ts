import type { RefusedLine } from '../../../../contract/routes/get-refused.ts';
import type { StatusLine } from '../../../../contract/routes/get-status.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';

/** Why somebody has to speak to an agency. */
export type CallReason = 'refused' | 'missing' | 'unreadable' | 'returned' | 'incomplete';

export interface AgencyToCall {
  readonly agency: AgencyId;
  readonly reason: CallReason;
  readonly line: StatusLine;
  /** The rules of its newest refused file; none for another reason. */
  readonly rules: readonly string[];
}

/** Agencies without a sound and full report, each for the one reason that comes first in this order; in the order of the list. */
export function agenciesToCall(
  status: readonly StatusLine[],
  refused: readonly Pick<RefusedLine, 'agency' | 'rules'>[],
): Readonly<Record<CallReason, readonly AgencyToCall[]>> {
  const newest = new Map(refused.map(({ agency, rules }) => [agency, rules])); // the newest stands last
  const found = status.flatMap((line): AgencyToCall[] => {
    const rules = newest.get(line.agency);
    const reason = rules ? 'refused' : reasonOf(line);
    return reason ? [{ agency: line.agency, reason, line, rules: rules ?? [] }] : [];
  });
  const of = (wanted: CallReason) => found.filter(({ reason }) => reason === wanted);
  return {
    refused: of('refused'),
    missing: of('missing'),
    unreadable: of('unreadable'),
    returned: of('returned'),
    incomplete: of('incomplete'),
  };
}

function reasonOf({ state, rowsFilled, rowsOwed }: StatusLine): CallReason | null {
  switch (state) {
    case 'not-started':
      return 'missing';
    case 'unreadable':
    case 'returned':
      return state;
    case 'submitted':
    case 'accepted':
      return rowsFilled < rowsOwed ? 'incomplete' : null;
  }
}

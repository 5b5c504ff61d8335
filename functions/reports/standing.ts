import type { StatusLine } from '../../contract/routes/get-status.ts';
import type { Head } from '../store/rows.ts';

type Standing = Pick<StatusLine, 'state' | 'version' | 'at' | 'by'>;

/** How far an agency's report is, and which version, when and by whom; undefined where nothing is stored of it. */
export function standingOf(head: Head | undefined): Standing {
  const receipt = head?.current?.receipt;
  return {
    state: head?.unreadable ? 'unreadable' : (head?.state ?? 'not-started'),
    version: receipt?.version ?? null,
    at: receipt?.at ?? null,
    by: receipt?.by ?? null,
  };
}

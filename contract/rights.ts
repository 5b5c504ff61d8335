import type { ProblemName } from './problems.ts';

/**
 * Who may call a route of one agency's report; the URL names period and agency. Who sends an agency's report for it (`submitsFor`) is as
 * the agency itself.
 */
export type ReportRights =
  /** The agency itself. */
  | 'own-report'
  | 'own-report-or-consolidators'
  /** The agency, consolidators, and the leads of a row that the agency owes, who see their rows alone. */
  | 'readers-of-report';

/** Who may call a route. The server holds everybody to it before the route's handler is asked. */
export type Rights =
  /** No credential is looked at. */
  | 'anyone'
  | 'signed-in'
  /** Whoever leads a row of the plan, for those rows, and consolidators for all. */
  | 'leads'
  | 'consolidators'
  | ReportRights;

/** What a route refuses with before its handler is asked, in the order of the refusals: by its rights and by what its URL names. */
export function refusedBeforehand({ rights, path }: { readonly rights: Rights; readonly path: string }): readonly ProblemName[] {
  if (rights === 'anyone') return [];
  const unnamed: readonly ProblemName[] = path.includes('{period}') ? ['not-found'] : [];
  return rights === 'signed-in' ? ['unauthenticated', ...unnamed] : ['unauthenticated', 'forbidden', ...unnamed];
}

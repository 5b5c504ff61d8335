import { finding } from '../findings/finding.ts';
import { type Agencies, type AgencyId, agencyName } from '../plan/agency.ts';
import { identityOtherAgency } from '../rules/identity.ts';
import type { Reading } from './read-report.ts';

/** A reading as `owner` may send it: another agency's form has no report, and is refused for that alone. */
export function ownReading<R extends Reading>(reading: R, owner: AgencyId, agencies: Agencies): R {
  const found = reading.identity?.agency;
  if (found === undefined || found === owner) return reading;
  const facts = { found: agencyName(agencies, found), expected: agencyName(agencies, owner) };
  return { ...reading, report: null, findings: [finding(identityOtherAgency, facts)] };
}

import type { Receipt } from '../../contract/receipt.ts';
import type { StoredReceipt } from '../store/rows.ts';
import { type StoredFinding, wireStoredFinding } from '../store/stored-finding.ts';

/** A receipt as its agency gets it: the same bytes each time. */
export function wireReceipt({ receivedOn, preparedBy, replaces, ...receipt }: StoredReceipt, findings: readonly StoredFinding[]): Receipt {
  return {
    ...receipt,
    findings: findings.map(wireStoredFinding),
    ...(receivedOn && { receivedOn }),
    ...(preparedBy && { preparedBy }),
    ...(replaces && { replaces }),
  };
}

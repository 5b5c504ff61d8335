import type { AgencyId } from '../../../core/agency.ts';
import type { Period } from '../../../core/plan.ts';
import { type Api, XLSX } from '../../api/api.ts';
import { isPassing, troubleText } from '../../api/trouble.ts';
import type { Draft } from './draft.ts';
import type { Event } from './state.ts';

const LONGEST_MS = 120_000;

/** Sends a draft and says what became of it. The same draft may be sent again and again: the server counts it once. */
export async function send(api: Api, agency: AgencyId, period: Period, draft: Draft): Promise<Event> {
  const workbook = new Blob([draft.bytes as Uint8Array<ArrayBuffer>], { type: XLSX }); // never shared memory: it came from a file
  const signal = AbortSignal.timeout(LONGEST_MS);
  const answer = await api.submitWorkbook(period, agency, workbook, draft.inForce, draft.key, signal);
  if (answer.ok) return { kind: 'received', receipt: answer.value.value };
  const { error } = answer;
  if (isPassing(error)) return { kind: 'unreached', why: troubleText(error) };
  const findings = error.kind === 'problem' ? error.findings : [];
  if (error.kind !== 'problem' || error.name !== 'stale-version') return { kind: 'refused', why: troubleText(error), findings };
  const theirs = await api.report(period, agency);
  if (theirs.ok) return { kind: 'clashed', theirs: theirs.value.value };
  return isPassing(theirs.error)
    ? { kind: 'unreached', why: troubleText(theirs.error) }
    : { kind: 'refused', why: troubleText(theirs.error), findings: [] };
}

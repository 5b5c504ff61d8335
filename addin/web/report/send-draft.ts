import { XLSX } from '../../../core/media-types.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { Api } from '../../api/api.ts';
import { type ApiTrouble, askedPauseMs, isPassing, troubleText } from '../../api/trouble.ts';
import type { Draft } from '../../ui/draft.ts';
import type { UploadEvent } from './upload-state.ts';

const AGAIN_MS = 20_000;

/** Sends a draft and says what became of it. The same draft may be sent again and again: the server counts it once. */
export async function sendDraft(api: Api, agency: AgencyId, period: Period, draft: Draft): Promise<UploadEvent> {
  const answer = await submit(api, agency, period, draft);
  if (answer.ok) return { kind: 'received', receipt: answer.value.value };
  const { error } = answer;
  if (isPassing(error)) return unreached(error);
  const findings = error.kind === 'problem' ? error.findings : [];
  if (error.kind !== 'problem' || error.name !== 'stale-version') return { kind: 'refused', why: troubleText(error), findings };
  const theirs = await api.report(period, agency);
  if (theirs.ok) return { kind: 'clashed', theirs: theirs.value.value };
  return isPassing(theirs.error) ? unreached(theirs.error) : { kind: 'refused', why: troubleText(theirs.error), findings: [] };
}

function submit(api: Api, agency: AgencyId, period: Period, { name, bytes, report, inForce, key, preparedBy }: Draft) {
  if (bytes === null) return api.submitReport(report, inForce, key, preparedBy);
  const content = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }); // never shared memory: it came from a file
  return api.submitWorkbook(period, agency, { name, content }, inForce, key, preparedBy);
}

const unreached = (error: ApiTrouble): UploadEvent => ({
  kind: 'unreached',
  why: troubleText(error),
  againAt: Date.now() + (askedPauseMs(error) ?? AGAIN_MS),
});

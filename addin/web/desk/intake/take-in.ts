import type { Period } from '../../../../core/plan.ts';
import type { Receipt, WireFinding } from '../../../api/answers.ts';
import type { Api } from '../../../api/api.ts';
import { isPassing, troubleText } from '../../../api/trouble.ts';

/** What became of one file. */
export type Outcome =
  | { readonly kind: 'received'; readonly file: string; readonly receipt: Receipt; readonly findings: readonly WireFinding[] }
  | { readonly kind: 'refused'; readonly file: string; readonly told: string; readonly findings: readonly WireFinding[] };

const MOST_TRIES = 4;
const FIRST_PAUSE_MS = 500;

/**
 * Takes a workbook in. Its key is made of its content and the period, so that the same file again, today or after a lost answer, is the same
 * submission and not another version.
 */
export async function takeIn(api: Api, period: Period, file: File, signal: AbortSignal): Promise<Outcome> {
  const key = `nhan-tep-${period}-${await sha256(file)}`;
  for (let tries = 1; ; tries++) {
    const answer = await api.intake(period, file, key, signal);
    if (answer.ok) return { kind: 'received', file: file.name, receipt: answer.value.value, findings: answer.value.value.findings };
    if (!isPassing(answer.error) || tries === MOST_TRIES || signal.aborted) {
      const findings = answer.error.kind === 'problem' ? answer.error.findings : [];
      return { kind: 'refused', file: file.name, told: troubleText(answer.error), findings };
    }
    await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** tries));
  }
}

async function sha256(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

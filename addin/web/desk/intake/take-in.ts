import type { Receipt } from '../../../../contract/receipt.ts';
import type { WireFinding } from '../../../../contract/wire-finding.ts';
import type { Period } from '../../../../core/plan/period.ts';
import type { Api, IntakeTerms } from '../../../api/api.ts';
import { pauseFor } from '../../../api/ask-until-answered.ts';
import { askedPauseMs, isPassing, troubleText, type VersionConflict } from '../../../api/trouble.ts';
import { newIdempotencyKey } from '../../../ui/digest.ts';
import { unchangedOrNamed } from '../../../ui/unchanged-file.ts';

/** A file to be taken in, and how. */
export interface IntakeFile {
  readonly file: File;
  /** Where it was: in which folder, zip or mail. */
  readonly path: string;
  readonly terms: IntakeTerms;
}

/** What became of one file. */
export type IntakeOutcome =
  /** `isSame`: the version in force has this very content, so that none was added. */
  | (IntakeFile & {
      readonly kind: 'received';
      readonly receipt: Receipt;
      readonly isSame: boolean;
      readonly findings: readonly WireFinding[];
    })
  /** Older or emptier than what is in force, which stands until a person has chosen. */
  | (IntakeFile & { readonly kind: 'asks'; readonly told: string; readonly conflict: VersionConflict })
  /** A person has chosen what is in force. */
  | (IntakeFile & { readonly kind: 'left'; readonly conflict: VersionConflict })
  /** `again`: whether the same file may well be taken in later, as it is. */
  | (IntakeFile & { readonly kind: 'refused'; readonly told: string; readonly findings: readonly WireFinding[]; readonly again: boolean });

const MOST_TRIES = 4;
const FIRST_PAUSE_MS = 500;
/** Longer than this nobody waits for one file while others stand behind it. */
const LONGEST_PAUSE_MS = 60_000;

/** What was not tried because somebody stopped before. */
export const notTried = (taken: IntakeFile): IntakeOutcome => ({
  ...taken,
  kind: 'refused',
  told: 'Chưa thử: đã dừng trước tệp này.',
  findings: [],
  again: true,
});

/** Takes a workbook in. The same file chosen again, today or after a lost answer, adds no version while its content is in force. */
export async function takeIn(api: Api, period: Period, { file, path, terms }: IntakeFile, signal: AbortSignal): Promise<IntakeOutcome> {
  const taken = { file, path, terms };
  const bytes = await unchangedOrNamed(file, file.name);
  if (!bytes)
    return {
      ...taken,
      kind: 'refused',
      told: 'Không đọc được tệp: tệp đã bị chuyển, đổi tên, sửa sau khi chọn, hoặc là một thư mục. Chọn lại tệp.',
      findings: [],
      again: false,
    };
  const content = new Blob([bytes]);
  const key = newIdempotencyKey();
  for (let tries = 1; ; tries++) {
    const answer = await api.intake(period, { name: file.name, content }, terms, key, signal);
    if (answer.ok) {
      const { status, value: receipt } = answer.value;
      return { ...taken, kind: 'received', receipt, isSame: status === 200 && tries === 1, findings: receipt.findings };
    }
    const { error } = answer;
    if (error.kind === 'problem' && error.conflict) return { ...taken, kind: 'asks', told: error.detail, conflict: error.conflict };
    const rest = askedPauseMs(error) ?? FIRST_PAUSE_MS * 2 ** tries;
    const passing = isPassing(error) || error.kind === 'stopped';
    if (!passing || tries === MOST_TRIES || signal.aborted || rest > LONGEST_PAUSE_MS) {
      const findings = error.kind === 'problem' ? error.findings : [];
      return { ...taken, kind: 'refused', told: troubleText(error), findings, again: passing };
    }
    await pauseFor(rest, signal, false);
  }
}

import type { Period } from '../../../../core/plan.ts';
import type { Receipt, WireFinding } from '../../../api/answers.ts';
import type { Api } from '../../../api/api.ts';
import { isPassing, troubleText } from '../../../api/trouble.ts';
import { sha256Hex } from '../../../ui/digest.ts';

/** What became of one file. `again`: whether the same file may well be taken in later, as it is. */
export type Outcome =
  | { readonly kind: 'received'; readonly file: File; readonly receipt: Receipt; readonly findings: readonly WireFinding[] }
  | {
      readonly kind: 'refused';
      readonly file: File;
      readonly told: string;
      readonly findings: readonly WireFinding[];
      readonly again: boolean;
    };

const MOST_TRIES = 4;
const FIRST_PAUSE_MS = 500;

/** What was not tried because somebody stopped before. */
export const untried = (file: File): Outcome => ({
  kind: 'refused',
  file,
  told: 'Chưa thử: đã dừng trước tệp này.',
  findings: [],
  again: true,
});

/**
 * Takes a workbook in. Its key is made of its content and the period, so that the same file again, today or after a lost answer, is the same
 * submission and not another version.
 */
export async function takeIn(api: Api, period: Period, file: File, signal: AbortSignal): Promise<Outcome> {
  const bytes = await bytesOf(file);
  if (!bytes)
    return {
      kind: 'refused',
      file,
      told: 'Không đọc được tệp: tệp đã bị chuyển, đổi tên, sửa sau khi chọn, hoặc là một thư mục. Chọn lại tệp.',
      findings: [],
      again: false,
    };
  const key = `nhan-tep-${period}-${sha256Hex(bytes)}`;
  for (let tries = 1; ; tries++) {
    const answer = await api.intake(period, new Blob([bytes]), key, signal);
    if (answer.ok) return { kind: 'received', file, receipt: answer.value.value, findings: answer.value.value.findings };
    const { error } = answer;
    const passing = isPassing(error) || error.kind === 'stopped';
    if (!passing || tries === MOST_TRIES || signal.aborted)
      return { kind: 'refused', file, told: troubleText(error), findings: error.kind === 'problem' ? error.findings : [], again: passing };
    await pause(FIRST_PAUSE_MS * 2 ** tries, signal);
  }
}

/** The content of a file; null where the system gives none. */
const bytesOf = (file: File): Promise<Uint8Array<ArrayBuffer> | null> =>
  file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );

/** Waits, but no longer than until somebody stops. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms);
    const onStop = (): void => {
      clearTimeout(timer);
      done();
    };
    signal.addEventListener('abort', onStop, { once: true });
  });

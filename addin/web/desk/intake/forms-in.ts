import { unchangedBytes } from '../../../ui/unchanged-file.ts';
import type { IntakeFile, IntakeOutcome } from './take-in.ts';
import { BOUNDS } from './unpack/bounds.ts';
import { UNPACK_WORDS } from './unpack/trouble-word.ts';
import { unpackBeside } from './unpack/unpack-beside.ts';
import type { UnpackTrouble } from './unpack/unpacked.ts';

/** What one zip or mail holds: forms to be taken in as if each had been chosen, and what of it cannot be. */
export interface OpenedFile {
  readonly forms: readonly IntakeFile[];
  readonly others: readonly string[];
  readonly troubles: readonly IntakeOutcome[];
}

/** Opens a zip or a mail beside the page; what is wrong with it, or with a part of it, is told and hurts nothing else. */
export async function formsIn(file: File, terms: IntakeFile['terms'], stop: AbortSignal): Promise<OpenedFile> {
  const refused = (path: string, trouble: UnpackTrouble): IntakeOutcome => ({
    ...{ file, path, terms },
    kind: 'refused',
    told: UNPACK_WORDS[trouble],
    findings: [],
    again: false,
  });
  const alone = (trouble: UnpackTrouble): OpenedFile => ({ forms: [], others: [], troubles: [refused(file.name, trouble)] });
  if (file.size > BOUNDS.fileBytes) return alone('too-large');
  const bytes = await unchangedBytes(file);
  if (!bytes) return alone('damaged');
  const { forms, others, troubles } = await unpackBeside({ name: file.name, bytes }, stop);
  return {
    forms: forms.map((form) => ({ file: new File([form.bytes], form.name), path: form.path, terms })),
    others,
    troubles: troubles.map(({ path, trouble }) => refused(path, trouble)),
  };
}

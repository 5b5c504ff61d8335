import { namedCompanion } from '../../../core/findings/named-companion.ts';
import type { Fix } from '../../../core/fixing/fix.ts';
import { formatFixes } from '../../../core/fixing/format-fixes.ts';
import { reasonChange } from '../../../core/fixing/reason-change.ts';
import { staleCells } from '../../../core/fixing/stale-cells.ts';
import { refusalSentence } from '../../../core/wording/fixes.ts';
import { fixUpload } from '../../../templates/upload/fix-upload.ts';
import { fixWorkbook } from '../../../xlsx/fix/fix-workbook.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { type CheckContext, checkContextOf } from '../../ui/check-context.ts';
import { type Inspection, inspect } from '../../ui/inspect.ts';
import { checkedOf, refusedFile } from './checked.ts';
import { changesOf, type EditedWorkbook, fixedWorkbook, placesFixed } from './edited-workbook.ts';
import type { Command, CommandOutcome, ReadingStage } from './messages.ts';

/** The file that lies on the bench. */
interface OnBench {
  readonly bytes: Uint8Array;
  readonly upload: EditedWorkbook;
  readonly against: CheckContext;
  readonly inspection: Inspection;
}

const EMPTY: CommandOutcome = { kind: 'refused', sentence: 'Chưa có tệp nào được đọc. Chọn lại tệp.' };
const GONE: CommandOutcome = { kind: 'refused', sentence: 'Chỗ sửa này không còn. Xem lại danh sách lỗi.' };

/** What reads, checks and fixes one file after another, a command at a time; `tell` hears what is under way. */
export function workbenchOf(tell: (stage: ReadingStage) => void): (command: Command) => CommandOutcome {
  let there: OnBench | null = null;

  const lay = (on: Omit<OnBench, 'inspection'>): CommandOutcome => {
    tell('checking');
    const inspection = inspect(fixedWorkbook(on.upload), on.against);
    there = { ...on, inspection };
    return { kind: 'checked', checked: checkedOf(inspection, on.against, placesFixed(on.upload)) };
  };
  const open = ({ bytes, name, ground, agency, inForce }: Extract<Command, { kind: 'open' }>): CommandOutcome => {
    there = null;
    tell('unpacking');
    const against = checkContextOf(ground, agency, inForce);
    const workbook = readWorkbook(bytes);
    if (!workbook.ok)
      return { kind: 'checked', checked: refusedFile(namedCompanion([workbook.error], name)[0] ?? workbook.error, against) };
    return lay({ bytes, against, upload: { workbook: workbook.value, steps: [] } });
  };

  return (command) => {
    if (command.kind === 'open') return open(command);
    if (there === null) return EMPTY;
    const { upload, inspection, bytes, against } = there;
    const step = (fixes: readonly Pick<Fix, 'changes'>[]): CommandOutcome => {
      if (fixes.length === 0) return GONE;
      const taken = { changes: fixes.flatMap(({ changes }) => changes), places: fixes.length };
      return lay({ bytes, against, upload: { ...upload, steps: [...upload.steps, taken] } });
    };
    switch (command.kind) {
      case 'fix':
        return step([inspection.fixes[command.finding]?.[command.offer] ?? []].flat());
      case 'fix-formats':
        return step(formatFixes(inspection.findings, inspection.fixes));
      case 'explain': {
        const found = inspection.findings[command.finding];
        const change = found && reasonChange(found, inspection.reading, command.text);
        return step(change ? [{ changes: [change] }] : []);
      }
      case 'undo':
        return lay({ bytes, against, upload: { ...upload, steps: upload.steps.slice(0, -1) } });
      case 'write':
        return written(there);
      case 'mark':
        return marked(there);
    }
  };
}

/** The file as it is sent: cells changed and nothing else. Untouched where nothing was fixed. */
function written({ bytes, upload, inspection }: OnBench): CommandOutcome {
  const changes = changesOf(upload);
  if (changes.length === 0) return { kind: 'written', bytes };
  const fixed = fixWorkbook(bytes, { changes, stale: staleCells(changes, inspection.reading.places.values()) });
  return fixed.ok ? { kind: 'written', bytes: fixed.value } : { kind: 'refused', sentence: refusalSentence(fixed.error) };
}

/** The file that the agency keeps: what was fixed and what is left to do is marked at its cell. */
function marked({ bytes, upload, against }: OnBench): CommandOutcome {
  const fixed = fixUpload(bytes, changesOf(upload), against.context);
  return fixed.ok ? { kind: 'written', bytes: fixed.value.bytes } : { kind: 'refused', sentence: refusalSentence(fixed.error) };
}

import { reasonChange } from '../../../core/fixing/reason-change.ts';
import { staleCells } from '../../../core/fixing/stale-cells.ts';
import { refusalSentence } from '../../../core/wording/mends.ts';
import { mendUpload } from '../../../templates/upload/mend-upload.ts';
import { mendWorkbook } from '../../../xlsx/mend/mend-workbook.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { type Against, againstOf } from '../../ui/against.ts';
import { type Inspection, inspect } from '../../ui/inspect.ts';
import { checkedOf, refusedFile } from './checked.ts';
import type { Command, Outcome, Stage } from './messages.ts';
import { changesOf, mendedWorkbook, type Upload } from './upload.ts';

/** The file that lies on the bench. */
interface OnBench {
  readonly bytes: Uint8Array;
  readonly upload: Upload;
  readonly against: Against;
  readonly inspection: Inspection;
}

const EMPTY: Outcome = { kind: 'refused', sentence: 'Chưa có tệp nào được đọc. Chọn lại tệp.' };
const GONE: Outcome = { kind: 'refused', sentence: 'Chỗ sửa này không còn. Xem lại danh sách lỗi.' };

/** What reads, checks and mends one file after another, a command at a time; `tell` hears what is under way. */
export function workbenchOf(tell: (stage: Stage) => void): (command: Command) => Outcome {
  let there: OnBench | null = null;

  const lay = (on: Omit<OnBench, 'inspection'>): Outcome => {
    tell('checking');
    const inspection = inspect(mendedWorkbook(on.upload), on.against);
    there = { ...on, inspection };
    return { kind: 'checked', checked: checkedOf(inspection, on.against, on.upload.steps.length) };
  };
  const open = ({ bytes, ground, agency }: Extract<Command, { kind: 'open' }>): Outcome => {
    there = null;
    tell('unpacking');
    const against = againstOf(ground, agency);
    const workbook = readWorkbook(bytes);
    if (!workbook.ok) return { kind: 'checked', checked: refusedFile(workbook.error, against) };
    return lay({ bytes, against, upload: { workbook: workbook.value, steps: [] } });
  };

  return (command) => {
    if (command.kind === 'open') return open(command);
    if (there === null) return EMPTY;
    const { upload, inspection, bytes, against } = there;
    const step = (changes: Upload['steps'][number] | undefined): Outcome =>
      changes === undefined ? GONE : lay({ bytes, against, upload: { ...upload, steps: [...upload.steps, changes] } });
    switch (command.kind) {
      case 'mend':
        return step(inspection.mends[command.finding]?.[command.offer]?.changes);
      case 'explain': {
        const found = inspection.findings[command.finding];
        const change = found && reasonChange(found, inspection.reading, command.text);
        return step(change ? [change] : undefined);
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

/** The file as it is sent: cells changed and nothing else. Untouched where nothing was mended. */
function written({ bytes, upload, inspection }: OnBench): Outcome {
  const changes = changesOf(upload);
  if (changes.length === 0) return { kind: 'written', bytes };
  const mended = mendWorkbook(bytes, { changes, stale: staleCells(changes, inspection.reading.places.values()) });
  return mended.ok ? { kind: 'written', bytes: mended.value } : { kind: 'refused', sentence: refusalSentence(mended.error) };
}

/** The file that the agency keeps: what was mended and what is left to do is marked at its cell. */
function marked({ bytes, upload, against }: OnBench): Outcome {
  const mended = mendUpload(bytes, changesOf(upload), against.context);
  return mended.ok ? { kind: 'written', bytes: mended.value.bytes } : { kind: 'refused', sentence: refusalSentence(mended.error) };
}

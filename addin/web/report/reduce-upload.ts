import type { UploadEvent, UploadState, UploadStep } from './upload-state.ts';

const CHOOSING: Extract<UploadStep, { kind: 'choosing' }> = { kind: 'choosing', trouble: null, unfinished: null };
const WAITING = 'Bản nháp này đã được yêu cầu gửi nhưng chưa có biên nhận.';

/** The page's next state. What comes too late (a stage of a file that was put away) changes nothing. */
export function reduceUpload(state: UploadState, event: UploadEvent): UploadState {
  switch (event.kind) {
    case 'opened':
      return { kind: 'open', place: event.place, step: firstStep(event) };
    case 'set-back':
      return state.kind === 'open' ? state : { kind: 'opening', setback: event.setback };
    case 'not-opened':
      return { kind: 'shut', trouble: event.trouble };
    case 'renewed':
      return state.kind === 'open' ? { ...state, place: event.place } : state;
    default: {
      if (state.kind !== 'open') return state;
      const step = stepAfter(state.step, event);
      return step === state.step ? state : { ...state, step };
    }
  }
}

/** A draft whose sending was asked for goes on being sent; another waits for its agency. */
function firstStep({ draft }: Extract<UploadEvent, { kind: 'opened' }>): UploadStep {
  if (draft === null) return CHOOSING;
  if (draft.asked) return { kind: 'kept', draft, why: WAITING, safe: true, againAt: 0 };
  return draft.bytes === null ? CHOOSING : { ...CHOOSING, unfinished: draft };
}

function stepAfter(step: UploadStep, event: Exclude<UploadEvent, { kind: 'opened' | 'set-back' | 'not-opened' | 'renewed' }>): UploadStep {
  switch (event.kind) {
    case 'entering':
      return step.kind === 'sending' ? step : { kind: 'entering' };
    case 'chosen':
      return step.kind === 'sending' ? step : { kind: 'reading', file: event.file, stage: 'unpacking' };
    case 'stage':
      return step.kind === 'reading' ? { ...step, stage: event.stage } : step;
    case 'checked':
      if (step.kind !== 'reading' && step.kind !== 'checked') return step;
      return { kind: 'checked', file: step.file, checked: event.checked, busy: false, trouble: null };
    case 'fixing':
      return step.kind === 'checked' ? { ...step, busy: true, trouble: null } : step;
    case 'trouble':
      if (step.kind === 'reading') return { ...CHOOSING, trouble: event.why };
      return step.kind === 'checked' ? { ...step, busy: false, trouble: event.why } : step;
    case 'put-away':
      return step.kind === 'sending' ? step : CHOOSING;
    case 'sending':
      return { kind: 'sending', draft: event.draft, safe: event.safe };
    default:
      return step.kind === 'sending' || step.kind === 'kept' ? afterSending(step, event) : step;
  }
}

/** A kept draft is tried again without a word, so an outcome may find the page there too. */
function afterSending(
  step: Extract<UploadStep, { kind: 'sending' | 'kept' }>,
  event: Extract<UploadEvent, { kind: 'received' | 'unreached' | 'clashed' | 'refused' }>,
): UploadStep {
  const { draft, safe } = step;
  switch (event.kind) {
    case 'received':
      return { kind: 'received', receipt: event.receipt, entered: draft.bytes === null };
    case 'unreached':
      return { kind: 'kept', draft, why: event.why, safe, againAt: event.againAt };
    case 'clashed':
      return { kind: 'clash', draft, theirs: event.theirs };
    case 'refused':
      return { kind: 'refused', draft, why: event.why, findings: event.findings };
  }
}

import type { PeriodLine } from '../../../contract/period-line.ts';
import type { ReportEnvelope } from '../../../contract/report-envelope.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Report } from '../../../core/report.ts';
import { MOST_FILE_BYTES } from '../../../xlsx/read/limits.ts';
import type { Api } from '../../api/api.ts';
import { askUntilAnswered, type Setback } from '../../api/ask-until-answered.ts';
import { troubleText } from '../../api/trouble.ts';
import type { Draft } from '../../ui/draft.ts';
import { keyOf } from '../../ui/draft-key.ts';
import { draftOf, dropDraft, keepDraft } from '../../ui/drafts.ts';
import { sameSitter } from '../../ui/own-key.ts';
import { preparedByHere } from '../../ui/prepared-by.ts';
import { saveFile } from '../../ui/save-file.ts';
import { dropTypedDraft } from '../../ui/typed-drafts.ts';
import { unchangedBytes, unchangedOrNamed } from '../../ui/unchanged-file.ts';
import type { Command } from '../reader/messages.ts';
import { loadAgencyPeriod } from './agency-period.ts';
import { readerOf } from './reader.ts';
import { sendDraft } from './send-draft.ts';
import type { UploadEvent, UploadState } from './upload-state.ts';

const UNREADABLE = 'Không mở được tệp trên máy này. Kiểm tra tệp còn ở đó và không bị khóa, rồi chọn lại.';
const CHANGED =
  'Tệp trên máy đã được sửa, chuyển chỗ hoặc xóa sau khi kiểm tra, nên chưa gửi. Chọn lại tệp để kiểm tra và gửi bản mới; hoặc bấm “Gửi báo cáo” lần nữa để gửi đúng bản đã kiểm tra ở đây.';

interface Needs {
  readonly api: Api;
  readonly agency: AgencyId;
  readonly period: PeriodLine;
  readonly dispatch: (event: UploadEvent) => void;
  readonly now: () => UploadState;
}

export type FormKind = 'current' | 'previous' | 'none';

/** What a person can do on the page; each act tells the page what came of it. */
export interface Work {
  readonly open: () => Promise<void>;
  readonly leave: () => void;
  /** Gives the form as a file; the sentence that says why not, or null. */
  readonly getForm: (kind: FormKind) => Promise<string | null>;
  /** Gives the report as the document that would be signed, marked as not sent; the sentence that says why not, or null. */
  readonly savePreview: (report: Report) => Promise<string | null>;
  readonly take: (name: string, content: Blob) => Promise<void>;
  readonly stop: () => void;
  readonly fix: (command: Extract<Command, { kind: 'fix' | 'fix-formats' | 'explain' | 'undo' }>) => Promise<void>;
  readonly saveMarked: () => Promise<void>;
  readonly submit: () => Promise<void>;
  /** Goes to filling in on the page, from whatever step; a report that was filled in and not received is not sent by itself any more. */
  readonly enter: () => Promise<void>;
  /** Sends what was filled in on the page, over the version in force that its draft was begun with. */
  readonly sendEntered: (report: Report, over: number | null) => Promise<void>;
  readonly sendKept: () => Promise<void>;
  /** Sends a draft over the version that came in between. */
  readonly sendOver: (draft: Draft, theirs: ReportEnvelope) => Promise<void>;
  /** Back to the choice of ways; what is typed stays in its draft. */
  readonly close: () => void;
  /** Back to choosing a file; whatever was kept of this one is dropped. */
  readonly putAway: () => Promise<void>;
}

export function workOf({ api, agency, period: line, dispatch, now }: Needs): Work {
  const { period } = line;
  const reader = readerOf();
  let held: Draft | null = null;
  /** The file that the report on screen was read from, until its sender was told that it has changed since. */
  let source: Blob | null = null;
  /** Counts what was chosen and put away: what comes of an earlier file comes too late. */
  let turn = 0;
  let isSending = false;
  let opening = new AbortController();
  // Whoever has left, or is just leaving, keeps nothing here any more: a draft that came too late would stay behind on the machine.
  let isLeft = false;
  const isSame = sameSitter();
  const isHere = (): boolean => !isLeft && isSame();
  const keep = (draft: Draft): Promise<boolean> => keepDraft(agency, period, draft, isHere);

  const open = async (): Promise<void> => {
    opening.abort();
    const own = new AbortController();
    opening = own;
    const onSetback = (setback: Setback): void => {
      if (!own.signal.aborted) dispatch({ kind: 'set-back', setback });
    };
    dispatch({ kind: 'set-back', setback: null });
    const place = await askUntilAnswered(() => loadAgencyPeriod(api, agency, line), onSetback, own.signal);
    if (own.signal.aborted) return;
    if (!place.ok) return dispatch({ kind: 'not-opened', trouble: place.error });
    held = await draftOf(agency, period);
    dispatch({ kind: 'opened', place: place.value, draft: held });
    if (held?.asked) await deliver(held);
  };
  const renew = async (): Promise<void> => {
    const place = await loadAgencyPeriod(api, agency, line);
    if (place.ok) dispatch({ kind: 'renewed', place: place.value });
  };

  const take = async (name: string, content: Blob): Promise<void> => {
    const state = now();
    if (state.kind !== 'open') return;
    reader.stop();
    const own = ++turn;
    dispatch({ kind: 'chosen', file: { name, size: content.size } });
    // One byte over the limit is enough for the reader to say so.
    const bytes = await unchangedOrNamed(content, name, MOST_FILE_BYTES + 1);
    if (own !== turn) return;
    if (bytes === null) return dispatch({ kind: 'trouble', why: UNREADABLE });
    source = content;
    await ask(name, { kind: 'open', bytes, name, ground: state.place.ground, agency, inForce: state.place.inForce });
  };
  const ask = async (name: string, command: Command): Promise<void> => {
    const own = turn;
    const outcome = await reader.ask(command, (stage) => dispatch({ kind: 'stage', stage }));
    if (outcome.kind === 'refused') return dispatch({ kind: 'trouble', why: outcome.sentence });
    if (outcome.kind !== 'checked') return;
    const { checked } = outcome;
    if (checked.report === null) return dispatch({ kind: 'checked', checked });
    const file = await reader.ask({ kind: 'write' });
    if (file.kind === 'refused') {
      // What the page shows is without this fix, and so must the bench be.
      if (command.kind !== 'open') await reader.ask({ kind: 'undo' });
      return dispatch({ kind: 'trouble', why: file.sentence });
    }
    if (file.kind !== 'written') return;
    await hold(name, checked.report, file.bytes);
    if (own === turn) dispatch({ kind: 'checked', checked });
  };
  const hold = async (name: string, report: Report, bytes: Uint8Array): Promise<void> => {
    const state = now();
    if (state.kind !== 'open') return;
    const inForce = state.place.inForce?.version ?? null;
    held = { name, bytes, key: keyOf({ bytes, report }, held), inForce, report, asked: false, keptAt: new Date().toISOString() };
    await keep(held);
  };

  const deliver = async (draft: Draft): Promise<void> => {
    if (isSending) return;
    isSending = true;
    const event = await sendDraft(api, agency, period, draft);
    isSending = false;
    if (event.kind === 'received') {
      held = null;
      if (draft.bytes === null) dropTypedDraft(agency, period);
      await dropDraft(agency, period);
    } else if (event.kind !== 'unreached') {
      await keep({ ...draft, asked: false });
    }
    if (isLeft) return;
    dispatch(event);
    if (event.kind !== 'unreached') await renew();
  };
  const begin = async (draft: Draft): Promise<void> => {
    held = { ...draft, asked: true };
    const safe = await keep(held);
    if (!isHere()) return; // what was not sent yet is what leaving gives up
    dispatch({ kind: 'sending', draft: held, safe });
    await deliver(held);
  };
  const sendKept = async (): Promise<void> => {
    const state = now();
    if (state.kind === 'open' && state.step.kind === 'kept') await deliver(state.step.draft);
  };

  return {
    open,
    leave: () => {
      isLeft = true;
      opening.abort();
      reader.stop();
    },
    getForm: async (kind) => {
      const form = await api.form(period, agency, kind);
      if (!form.ok) return troubleText(form.error);
      saveFile(form.value.value, `phu-luc-${agency}-${period}.xlsx`);
      return null;
    },
    savePreview: async (report) => {
      const document = await api.previewDocument(report);
      if (!document.ok) return troubleText(document.error);
      saveFile(document.value.value, `xem-truoc-${agency}-${period}.docx`);
      return null;
    },
    take,
    stop: () => {
      turn++;
      reader.stop();
      dispatch({ kind: 'put-away' });
    },
    fix: async (command) => {
      const state = now();
      if (state.kind !== 'open' || state.step.kind !== 'checked') return;
      dispatch({ kind: 'fixing' });
      await ask(state.step.file.name, command);
    },
    saveMarked: async () => {
      const file = await reader.ask({ kind: 'mark' });
      if (file.kind === 'refused') dispatch({ kind: 'trouble', why: file.sentence });
      if (file.kind === 'written') saveFile(new Blob([file.bytes as Uint8Array<ArrayBuffer>]), `phu-luc-${agency}-${period}-da-sua.xlsx`); // never shared memory
    },
    submit: async () => {
      const state = now();
      // What is sent is what is on screen, to the byte.
      if (held === null || state.kind !== 'open' || state.step.kind !== 'checked' || state.step.checked.report !== held.report) return;
      const draft = held;
      if (source !== null && (await unchangedBytes(source, MOST_FILE_BYTES + 1)) === null) {
        source = null;
        return dispatch({ kind: 'trouble', why: CHANGED });
      }
      if (held === draft) await begin({ ...draft, preparedBy: preparedByHere(agency) });
    },
    enter: async () => {
      turn++;
      if (held?.bytes === null) {
        held = { ...held, asked: false };
        await keep(held);
      }
      dispatch({ kind: 'entering' });
    },
    sendEntered: (report, over) => {
      const content = { bytes: null, report };
      return begin({
        name: '',
        ...content,
        key: keyOf(content, held),
        inForce: over,
        asked: true,
        keptAt: new Date().toISOString(),
        preparedBy: preparedByHere(agency),
      });
    },
    sendKept,
    sendOver: (draft, theirs) => begin({ ...draft, inForce: theirs.version }),
    close: () => dispatch({ kind: 'put-away' }),
    putAway: async () => {
      turn++;
      if (held?.bytes === null) dropTypedDraft(agency, period);
      held = null;
      await dropDraft(agency, period);
      dispatch({ kind: 'put-away' });
    },
  };
}

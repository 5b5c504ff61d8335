import type { Draft } from '../../../../addin/ui/draft.ts';
import { keyOf } from '../../../../addin/ui/draft-key.ts';
import type { Checked } from '../../../../addin/web/reader/messages.ts';
import type { AgencyPeriod } from '../../../../addin/web/report/agency-period.ts';
import { reduceUpload } from '../../../../addin/web/report/reduce-upload.ts';
import type { UploadEvent, UploadState, UploadStep } from '../../../../addin/web/report/upload-state.ts';
import type { Receipt } from '../../../../contract/receipt.ts';
import type { ReportEnvelope } from '../../../../contract/report-envelope.ts';

const place = { agency: 'XA-21211', inForce: null, versions: [] } as unknown as AgencyPeriod; // nothing else of it is looked at
const checked = { findings: [], fixes: 0 } as unknown as Checked;
const receipt = { id: '7F3K-92QD' } as unknown as Receipt;
const theirs = { version: 2 } as unknown as ReportEnvelope;
const file = { name: 'bieu.xlsx', size: 1000 };
const aDraft = (over: Partial<Draft> = {}): Draft =>
  ({ name: 'bieu.xlsx', bytes: new Uint8Array([1, 2, 3]), key: 'k', inForce: null, asked: false, ...over }) as Draft; // its report is not looked at

const opened = (draft: Draft | null = null): UploadState =>
  reduceUpload({ kind: 'opening', setback: null }, { kind: 'opened', place, draft });
const after = (...events: UploadEvent[]): UploadState => events.reduce(reduceUpload, opened());
const stepOf = (state: UploadState): UploadStep['kind'] | UploadState['kind'] => (state.kind === 'open' ? state.step.kind : state.kind);
const sending: UploadEvent = { kind: 'sending', draft: aDraft({ asked: true }), safe: true };

test('a file is chosen, read, checked, sent and received', () => {
  const events: UploadEvent[] = [
    { kind: 'chosen', file },
    { kind: 'stage', stage: 'checking' },
    { kind: 'checked', checked },
    sending,
    { kind: 'received', receipt },
  ];
  expect(events.map((_, k) => stepOf(after(...events.slice(0, k + 1))))).toEqual(['reading', 'reading', 'checked', 'sending', 'received']);
});

test('what comes from a file that was put away changes nothing', () => {
  const away = after({ kind: 'chosen', file }, { kind: 'put-away' });
  expect(reduceUpload(away, { kind: 'checked', checked })).toBe(away);
  expect(reduceUpload(away, { kind: 'stage', stage: 'checking' })).toBe(away);
});

test('a file that cannot be read leaves the agency choosing, with the reason', () => {
  expect(after({ kind: 'chosen', file }, { kind: 'trouble', why: 'Tệp hỏng.' })).toMatchObject({
    step: { kind: 'choosing', trouble: 'Tệp hỏng.' },
  });
});

test('a fix that fails leaves the checked file as it was, with the reason', () => {
  expect(
    after({ kind: 'chosen', file }, { kind: 'checked', checked }, { kind: 'fixing' }, { kind: 'trouble', why: 'Tệp đã ký số.' }),
  ).toMatchObject({
    step: { kind: 'checked', busy: false, trouble: 'Tệp đã ký số.' },
  });
});

test('what is on its way cannot be put away or replaced', () => {
  const state = after(sending);
  expect(reduceUpload(state, { kind: 'put-away' })).toEqual(state);
  expect(reduceUpload(state, { kind: 'chosen', file })).toEqual(state);
});

test('a draft that reached nobody is kept, and its receipt still finds it', () => {
  const kept = after(sending, { kind: 'unreached', why: 'Không có mạng.', againAt: 1 });
  expect(kept).toMatchObject({ step: { kind: 'kept', why: 'Không có mạng.', safe: true, againAt: 1 } });
  expect(reduceUpload(kept, { kind: 'unreached', why: 'Không có mạng.', againAt: 2 })).toMatchObject({
    step: { kind: 'kept', againAt: 2 },
  });
  expect(stepOf(reduceUpload(kept, { kind: 'received', receipt }))).toBe('received');
});

test('another version in between is shown beside the draft', () => {
  expect(after(sending, { kind: 'clashed', theirs })).toMatchObject({
    step: { kind: 'clash', theirs: { version: 2 }, draft: { key: 'k' } },
  });
});

test('a page that opens goes on with a draft that was asked to be sent, and offers one that was not', () => {
  expect(stepOf(opened(aDraft({ asked: true })))).toBe('kept');
  expect(opened(aDraft())).toMatchObject({ step: { kind: 'choosing', unfinished: { name: 'bieu.xlsx' } } });
});

test('a page that waits for the server says why, and goes on once it answers; an open one is not thrown back', () => {
  const setback = { trouble: { kind: 'offline' }, nextAt: 1 } as const;
  const waiting = reduceUpload({ kind: 'opening', setback: null }, { kind: 'set-back', setback });
  expect(waiting).toEqual({ kind: 'opening', setback });
  expect(stepOf(reduceUpload(waiting, { kind: 'opened', place, draft: null }))).toBe('choosing');
  const open = opened();
  expect(reduceUpload(open, { kind: 'set-back', setback })).toBe(open);
});

test('nothing but opening leads out of a page that could not be opened', () => {
  const shut = reduceUpload({ kind: 'opening', setback: null }, { kind: 'not-opened', trouble: { kind: 'offline' } });
  expect(reduceUpload(shut, { kind: 'chosen', file })).toBe(shut);
  expect(stepOf(reduceUpload(shut, { kind: 'opened', place, draft: null }))).toBe('choosing');
});

test('the same content keeps its key, other content has its own', () => {
  const before = aDraft();
  const { report } = before;
  const file = (...bytes: readonly number[]) => ({ bytes: new Uint8Array(bytes), report });
  expect(keyOf(file(1, 2, 3), before)).toBe('k');
  const other = keyOf(file(1, 2, 4), before);
  expect(other).toMatch(/^[0-9a-f]{32}$/);
  expect(keyOf(file(1, 2, 4), null)).not.toBe(other);
});

test('what was filled in on the page keeps its key as long as it says the same', () => {
  const report = { plan: 'KH' } as Draft['report']; // nothing else of it is looked at
  const before = aDraft({ bytes: null, report });
  expect(keyOf({ bytes: null, report: { ...report } }, before)).toBe('k');
  expect(keyOf({ bytes: null, report: { ...report, plan: 'other' } }, before)).not.toBe('k');
  expect(keyOf({ bytes: new Uint8Array([1, 2, 3]), report }, before)).not.toBe('k');
});

test('filling in is begun from any step but sending, and what is received of it is no file', () => {
  expect(stepOf(reduceUpload(opened(), { kind: 'entering' }))).toBe('entering');
  const draft = { ...aDraft(), bytes: null };
  const sending = reduceUpload(opened(), { kind: 'sending', draft, safe: true });
  expect(reduceUpload(sending, { kind: 'entering' })).toBe(sending);
  expect(reduceUpload(sending, { kind: 'received', receipt })).toMatchObject({ step: { kind: 'received', entered: true } });
});

test('a draft that was filled in and not asked to be sent is no unfinished file', () => {
  expect(
    reduceUpload({ kind: 'opening', setback: null }, { kind: 'opened', place, draft: { ...aDraft(), bytes: null, asked: false } }),
  ).toMatchObject({
    step: { kind: 'choosing', unfinished: null },
  });
});

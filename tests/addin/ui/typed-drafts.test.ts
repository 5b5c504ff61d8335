/** @jest-environment jsdom */

import type { Draft } from '../../../addin/ui/draft.ts';
import { draftOf, draftsOf, dropDraft, keepDraft } from '../../../addin/ui/drafts.ts';
import { forgetAgency, lostWith } from '../../../addin/ui/kept-here.ts';
import { dropTexts, keepText } from '../../../addin/ui/kept-texts.ts';
import { keepKey } from '../../../addin/ui/own-key.ts';
import { dropTypedDraft, keepTypedDraft, typedDraftLines, typedDraftOf } from '../../../addin/ui/typed-drafts.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { RowId } from '../../../core/plan/plan.ts';

const [AGENCY, OTHER] = ['XA-1', 'XA-10'] as AgencyId[] as [AgencyId, AgencyId];
const PERIOD = '2026' as Period;
const ROW = 'PL1.I.1.3' as RowId;
const draft = { typed: { [ROW]: { numerator: '9' } }, over: 2, keptAt: '2026-11-29T07:05:00Z' };
const signIn = (stays: 'tab' | 'machine', agency = AGENCY) => keepKey({ key: 'pls_x', agency }, stays);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test('what is typed is kept where the key is: on the machine where that was ticked, else with the tab', () => {
  signIn('machine');
  expect(keepTypedDraft(AGENCY, PERIOD, draft)).toBe(true);
  expect([localStorage.length, sessionStorage.length]).toEqual([2, 0]);
  expect(typedDraftOf(AGENCY, PERIOD)).toEqual(draft);
  localStorage.clear();
  signIn('tab');
  keepTypedDraft(AGENCY, PERIOD, draft);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 2]);
  expect(typedDraftOf(AGENCY, PERIOD)).toEqual(draft);
});

test('nobody signed in, a text beyond all bounds, or a full storage: nothing is kept, and that is said', () => {
  expect(keepTypedDraft(AGENCY, PERIOD, draft)).toBe(false);
  signIn('machine');
  expect(keepText(AGENCY, 'x', 'a'.repeat(1_000_001))).toBe(false);
  const put = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(keepTypedDraft(AGENCY, PERIOD, draft)).toBe(false);
  put.mockRestore();
});

test.each(['{', '7', 'null', '{"typed":{},"over":1}', '{"typed":7,"keptAt":"x"}'])('what is no draft is none: %s', (text) => {
  signIn('machine');
  keepText(AGENCY, '2026/go', text);
  expect(typedDraftOf(AGENCY, PERIOD)).toBeNull();
});

test('rows that are no texts, or blank, are left out', () => {
  signIn('machine');
  keepText(AGENCY, '2026/go', JSON.stringify({ ...draft, over: '2', typed: { ...draft.typed, a: { b: 7 }, c: null, d: { e: ' ' } } }));
  expect(typedDraftOf(AGENCY, PERIOD)).toEqual({ ...draft, over: null });
});

test('each agency has its own drafts, and leaving takes away those of one alone', async () => {
  signIn('machine', OTHER);
  keepTypedDraft(OTHER, PERIOD, draft);
  signIn('machine');
  keepTypedDraft(AGENCY, PERIOD, draft);
  const sent = { name: '', bytes: null, key: 'k', inForce: null, report: { period: PERIOD }, asked: true, keptAt: 'x' } as unknown as Draft; // nothing else of its report is looked at
  expect(await keepDraft(AGENCY, PERIOD, sent, () => true)).toBe(true);
  expect(typedDraftLines(AGENCY)).toEqual(['Bản nháp nhập trên trang của kỳ 2026, đã nhập 1 dòng.']);
  expect([await draftOf(AGENCY, PERIOD), await draftsOf(AGENCY), typedDraftOf(OTHER, PERIOD)]).toEqual([sent, [sent], null]);
  await dropDraft(AGENCY, PERIOD);
  expect(await draftsOf(AGENCY)).toEqual([]);
  dropTexts(AGENCY);
  signIn('machine', OTHER);
  expect([typedDraftOf(AGENCY, PERIOD), typedDraftOf(OTHER, PERIOD)]).toEqual([null, draft]);
  dropTypedDraft(OTHER, PERIOD);
  expect(typedDraftLines(OTHER)).toEqual([]);
});

test('what somebody types for another agency goes when they sign out, and that agency does not come upon it', async () => {
  signIn('machine');
  keepTypedDraft(AGENCY, PERIOD, draft);
  keepTypedDraft(OTHER, '2026-H1' as Period, draft);
  expect(typedDraftOf(OTHER, '2026-H1' as Period)).toEqual(draft);
  expect(await lostWith(AGENCY)).toEqual([
    'Bản nháp nhập trên trang của kỳ 2026, đã nhập 1 dòng.',
    'Bản nháp nhập trên trang của kỳ 6 tháng đầu năm 2026 (gửi thay XA-10), đã nhập 1 dòng.',
  ]);
  signIn('tab', OTHER);
  expect(typedDraftOf(OTHER, '2026-H1' as Period)).toBeNull();
  signIn('machine');
  await forgetAgency(AGENCY);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
});

test('who leaves the tab takes its own along, and nothing of whoever keeps a key on the machine, also not what that one types for it', async () => {
  signIn('machine', OTHER);
  keepTypedDraft(AGENCY, PERIOD, { ...draft, keptAt: 'for it' });
  signIn('tab');
  keepTypedDraft(AGENCY, PERIOD, draft);
  await forgetAgency(AGENCY);
  expect([sessionStorage.length, typedDraftOf(AGENCY, PERIOD)?.keptAt]).toEqual([0, 'for it']);
});

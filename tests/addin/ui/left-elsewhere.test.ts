/** @jest-environment jsdom */
import { BroadcastChannel } from 'node:worker_threads';
import { forgetAgency, onForgotten } from '../../../addin/ui/kept-here.ts';
import { keepText, keptText } from '../../../addin/ui/kept-texts.ts';
import { keepKey, ownKey } from '../../../addin/ui/own-key.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { soon } from '../../support/soon.ts';

const AGENCY = 'SNV' as AgencyId;
const KEY = { key: 'pls_x', agency: AGENCY };
const kept = () => [ownKey()?.key ?? null, keptText(AGENCY, '2026')];

beforeAll(() => void Object.assign(globalThis, { BroadcastChannel })); // jsdom has none
beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

test.each([
  ['machine', 'a tab that is awake drops what it kept there in between', 0, [null, null]],
  ['machine', 'a tab that slept for an hour leaves alone what was kept there since', 3_600_000, ['pls_x', 'typed']],
  ['tab', 'a tab that slept for an hour drops what is its own all the same', 3_600_000, [null, null]],
] as const)('signed out elsewhere, with its key for the %s, %s', async (stays, _, slept, left) => {
  keepKey(KEY, stays);
  keepText(AGENCY, '2026', 'typed');
  const act = jest.fn();
  const stop = onForgotten(AGENCY, act);
  const now = jest.spyOn(Date, 'now');
  now.mockReturnValue(1_800_000_000_000);
  await forgetAgency(AGENCY);
  keepKey(KEY, stays);
  keepText(AGENCY, '2026', 'typed');
  now.mockReturnValue(1_800_000_000_000 + slept);
  await soon(() => expect(act).toHaveBeenCalled());
  now.mockRestore();
  stop();
  expect(kept()).toEqual(left);
});

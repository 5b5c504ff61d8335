import type { AgencyId } from '../../../core/plan/agency.ts';
import { mergeSettings } from '../../../core/plan/merge-settings.ts';
import { NO_SETTINGS, Settings } from '../../../core/plan/settings.ts';

const SNV = 'SNV' as AgencyId;
const STC = 'STC' as AgencyId;
const waiver = (agency: AgencyId, reason: string) => ({ agency, rule: 'both-counts' as const, row: null, reason });

test('what two people changed apart is kept of both', () => {
  const base = {
    ...NO_SETTINGS,
    cutOff: '11-20',
    rules: [{ rule: 'both-counts', severity: 'hint' }],
    waivers: [waiver(SNV, 'a')],
  } as const;
  const start = Settings.parse(base);
  const mine: Settings = { ...start, deadline: '11-30', waivers: [...start.waivers, waiver(STC, 'b')] };
  const theirs: Settings = { ...start, cutOff: '11-25', agencies: { [SNV]: { active: false } }, rules: [] };
  expect(mergeSettings(start, mine, theirs)).toEqual({
    settings: {
      cutOff: '11-25',
      deadline: '11-30',
      agencies: { [SNV]: { active: false } },
      reporters: {},
      rules: [],
      waivers: [waiver(SNV, 'a'), waiver(STC, 'b')],
    },
    both: [],
  });
});

test('where both changed the same thing mine stands, and the part is named', () => {
  const mine: Settings = { ...NO_SETTINGS, deadline: '11-29', waivers: [waiver(SNV, 'mine')] };
  const theirs: Settings = { ...NO_SETTINGS, deadline: '11-28', waivers: [waiver(SNV, 'theirs')] };
  expect(mergeSettings(NO_SETTINGS, mine, theirs)).toEqual({ settings: mine, both: ['days', 'waivers'] });
});

test('contacts that two people wrote for two agencies are both kept', () => {
  const mine: Settings = { ...NO_SETTINGS, contacts: { [SNV]: { name: 'An' } } };
  const theirs: Settings = { ...NO_SETTINGS, contacts: { [STC]: { name: 'Bình' } } };
  expect(mergeSettings(NO_SETTINGS, mine, theirs)).toEqual({
    settings: { ...NO_SETTINGS, contacts: { [SNV]: { name: 'An' }, [STC]: { name: 'Bình' } } },
    both: [],
  });
  expect(mergeSettings(NO_SETTINGS, mine, { ...theirs, contacts: { [SNV]: { name: 'Chi' } } }).both).toEqual(['contacts']);
});

test('the coverage for the public is merged as any other setting', () => {
  const theirs: Settings = { ...NO_SETTINGS, publicCoverage: 80 };
  expect(mergeSettings(NO_SETTINGS, NO_SETTINGS, theirs).settings).toEqual(theirs);
  expect(mergeSettings(NO_SETTINGS, { ...NO_SETTINGS, publicCoverage: 0 }, theirs)).toEqual({
    settings: { ...NO_SETTINGS, publicCoverage: 0 },
    both: ['publicCoverage'],
  });
});

test('the same change of both is no conflict, and what both took away is away', () => {
  const base: Settings = { ...NO_SETTINGS, cutOff: '11-20', waivers: [waiver(SNV, 'a')] };
  expect(mergeSettings(base, NO_SETTINGS, NO_SETTINGS)).toEqual({ settings: NO_SETTINGS, both: [] });
});

test('who signs and how it is worded is kept of both, thing by thing', () => {
  const base: Settings = { ...NO_SETTINGS, signing: { name: 'A', title: 'CHỦ TỊCH' }, reportText: { closing: 'Hết.' } };
  const mine: Settings = { ...base, signing: { name: 'B', title: 'CHỦ TỊCH' } };
  const theirs: Settings = { ...base, signing: { name: 'A', title: 'PHÓ CHỦ TỊCH' }, reportText: {} };
  expect(mergeSettings(base, mine, theirs)).toEqual({
    settings: { ...NO_SETTINGS, signing: { name: 'B', title: 'PHÓ CHỦ TỊCH' } },
    both: [],
  });
});

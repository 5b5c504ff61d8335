import { NO_SETTINGS, Settings } from '../../../core/plan/settings.ts';
import { settingsFaults } from '../../../core/plan/settings-faults.ts';
import { settingsFaultText } from '../../../core/wording/settings-faults.ts';
import { agencies, plan } from '../../support/a-form.ts';

const ground = (period = '2026') => ({ plan, agencies, period: period as never });
const faultsOf = (settings: object, period = '2026') =>
  settingsFaults(Settings.parse({ ...NO_SETTINGS, ...settings }), ground(period)).map(({ path, fault }) => `${path} ${fault}`);
const off = (...ids: string[]) => ({ agencies: Object.fromEntries(ids.map((id) => [id, { active: false }])) });
const communes = agencies.filter(({ kind, active }) => kind === 'commune' && active).map(({ id }) => id as string);
const [lone] = communes as [string];

test('settings that leave everything with those who answer for it have no fault', () => {
  for (const settings of [
    {},
    off(lone),
    { cutOff: '12-31', deadline: '01-01' },
    { reporters: { 'PL1.I.1.1': ['VPUB', 'XA'] } },
    { waivers: [{ agency: 'SNV', rule: 'row-left-blank', row: 'PL2.I.9', reason: 'x' }] },
  ])
    expect(faultsOf(settings)).toEqual([]);
});

test.each(['02-29', '02-30', '02-31', '04-31', '06-31', '09-31', '11-31'])('%s is no day of 2026', (day) => {
  expect(faultsOf({ cutOff: day, deadline: day })).toEqual(['settings.cutOff no-such-day', 'settings.deadline no-such-day']);
});

test('29 February is a day of a leap year', () => {
  expect(faultsOf({ deadline: '02-29' }, '2028')).toEqual([]);
});

test('a contact of no agency, and one of which nothing is seen, are told with their paths', () => {
  expect(faultsOf({ contacts: { SNV: { name: 'Nguyễn Thị An', phone: '0255 3822 000' } } })).toEqual([]);
  expect(faultsOf({ contacts: { 'XA-00000': { name: 'An' }, SNV: { name: '\u2800', phone: '\u2800' } } })).toEqual([
    'settings.contacts.XA-00000 unknown-agency',
    'settings.contacts.SNV.name nothing-seen',
    'settings.contacts.SNV.phone nothing-seen',
  ]);
});

test('who signs does so by one of the five authorities of official papers, or by none', () => {
  const told = (authority: string) => faultsOf({ signing: { authority } });
  for (const authority of ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'TL. CHỦ TỊCH', 'TUQ. CHỦ TỊCH', 'Q. CHỦ TỊCH', ''])
    expect(told(authority)).toEqual([]);
  for (const authority of ['ỦY BAN NHÂN DÂN', 'TM ỦY BAN NHÂN DÂN', 'TM.', 'T.M. ỦY BAN', 'Quyền CHỦ TỊCH'])
    expect(told(authority)).toEqual(['settings.signing.authority no-authority']);
});

test('whatever names nothing is told with its path', () => {
  expect(
    faultsOf({
      ...off('XA-00000'),
      reporters: { 'PL1.I.1.3': ['SBN', 'KHONG-CO'], 'PL1.I.2.7': ['SBM', 'XA'], 'PL2.I.1': ['SBN'], 'PL1.X.1': ['SBN'] },
      waivers: [
        { agency: 'SNV', rule: 'row-left-blank', row: null, reason: 'x' },
        { agency: 'KHAC', rule: 'row-left-blank', row: 'PL1.X.2', reason: 'x' },
      ],
    }),
  ).toEqual([
    'settings.agencies.XA-00000 unknown-agency',
    'settings.reporters.PL1.I.1.3.KHONG-CO unknown-reporter',
    'settings.reporters.PL1.I.2.7.SBM unknown-reporter',
    'settings.reporters.PL2.I.1 unknown-row',
    'settings.reporters.PL1.X.1 unknown-row',
    'settings.waivers.1.agency unknown-agency',
    'settings.waivers.1.row unknown-row',
  ]);
});

test('a row keeps the agency that states its figure, however it would be lost', () => {
  expect(faultsOf({ reporters: { 'PL1.I.1.1': ['XA'] } })).toEqual(['settings.reporters.PL1.I.1.1 stater-lost']);
  expect(faultsOf(off('VPUB')).filter((one) => one.endsWith('stater-lost'))).toEqual([
    'settings.agencies.VPUB stater-lost',
    'settings.agencies.VPUB stater-lost',
  ]);
  expect(faultsOf({ ...off('VPUB'), reporters: { 'PL1.I.1.1': ['VPUB', 'XA'] } })).toContain('settings.reporters.PL1.I.1.1 stater-lost');
});

test('a row keeps somebody who reports it, indicators and tasks alike', () => {
  expect(faultsOf({ ...off(lone), reporters: { 'PL1.I.1.3': [lone] } })).toEqual(['settings.reporters.PL1.I.1.3 no-reporter']);
  expect(faultsOf({ reporters: { 'PL1.I.1.3': ['SBM'] } })).toEqual([
    'settings.reporters.PL1.I.1.3.SBM unknown-reporter',
    'settings.reporters.PL1.I.1.3 no-reporter',
  ]);
  expect(faultsOf(off('SNV'))).toEqual(['settings.agencies.SNV no-reporter']);
  expect(faultsOf(off('CAT'))).toContain('settings.agencies.CAT no-reporter');
});

test('rows of another phase are not asked for', () => {
  expect(faultsOf({ reporters: { 'PL1.II.2.1': ['XA'] } })).toEqual([]);
  expect(faultsOf({ reporters: { 'PL1.II.2.1': ['XA'] } }, '2028')).toEqual(['settings.reporters.PL1.II.2.1 stater-lost']);
});

test('one consolidator is left', () => {
  const told = (settings: object) => faultsOf(settings).filter((one) => one.endsWith('no-consolidator'));
  expect(told(off('VPUB', 'SKHCN'))).toEqual(['settings.agencies.VPUB no-consolidator', 'settings.agencies.SKHCN no-consolidator']);
  expect([told(off('VPUB')), told(off('SKHCN'))]).toEqual([[], []]);
});

test('a plan that has such a row of its own is no fault of the settings', () => {
  const bare = { ...ground(), agencies: agencies.map((one) => (one.id === 'CAT' ? { ...one, active: false } : one)) };
  expect(settingsFaults({ ...NO_SETTINGS, deadline: '11-30' }, bare)).toEqual([]);
});

test('every fault is told in Vietnamese, with the agency’s name', () => {
  const faults = settingsFaults(Settings.parse({ ...off('VPUB', 'SKHCN', 'XA-0'), deadline: '02-31' }), ground());
  for (const fault of faults) expect(settingsFaultText(fault, agencies)).toMatch(/[ăâđêôơưà-ỹ].*\.$/i);
  expect(faults.map((fault) => settingsFaultText(fault, agencies)).join()).toContain('Văn phòng UBND tỉnh');
});

test('a text of which nobody can see anything is no text', () => {
  const unseen = '\u200b\u2800\u00ad';
  const settings = {
    waivers: [{ agency: 'SNV', rule: 'row-left-blank', row: null, reason: unseen }],
    contact: { name: unseen, phone: unseen },
    signing: { addressees: [unseen], recipients: ['Như trên', unseen] },
    reportText: { abstract: unseen },
  };
  const paths = [
    'waivers.0.reason',
    'contact.name',
    'contact.phone',
    'signing.addressees.0',
    'signing.recipients.1',
    'reportText.abstract',
  ];
  expect(faultsOf(settings)).toEqual(paths.map((path) => `settings.${path} nothing-seen`));
});

import type { AgencyId } from '../../../core/plan/agency.ts';
import { NO_SETTINGS, Settings } from '../../../core/plan/settings.ts';
import {
  PARTS_AFTER_CLOSE,
  partOfMember,
  partsHeldByClose,
  partsThatDiffer,
  SETTINGS_PARTS,
  withPartsAfterClose,
} from '../../../core/plan/settings-parts.ts';
import { SETTINGS_AFTER_CLOSE } from '../../../core/wording/settings-parts.ts';
import { fc } from '../../support/properties.ts';

const SNV = 'SNV' as AgencyId;
/** Each member of the settings, said otherwise than usual; one that is added must stand here. */
const CHANGED: Required<Settings> = {
  cutOff: '11-20',
  deadline: '11-29',
  contact: { name: 'An' },
  contacts: { [SNV]: { name: 'Bình' } },
  agencies: { [SNV]: { active: false } },
  reporters: { ['PL1.I.1.3' as keyof Settings['reporters']]: ['SNV'] },
  rules: [{ rule: 'both-counts', severity: 'hint' }],
  waivers: [{ agency: SNV, rule: 'both-counts', row: null, reason: 'Lý do' }],
  publicCoverage: 40,
  honours: { timeliness: 25, completeness: 25, met: 25, evidence: 25 },
  signing: { name: 'Nguyễn Văn A' },
  reportText: { opening: 'Báo cáo' } as Required<Settings>['reportText'],
};
const MEMBERS = Object.keys(Settings.shape) as (keyof Settings)[]; // keys of the schema

test('of a closed period how the report is signed and worded may be changed, and nothing else; people are told so by name', () => {
  expect(PARTS_AFTER_CLOSE).toEqual(['signing', 'reportText']);
  for (const [part, { name }] of Object.entries(SETTINGS_PARTS))
    expect([part, SETTINGS_AFTER_CLOSE.includes(name)]).toEqual([part, PARTS_AFTER_CLOSE.some((one) => one === part)]);
});

test('every member of the settings belongs to a part, and a change of it alone is seen as one of that part', () => {
  for (const member of MEMBERS) {
    const changed = { ...NO_SETTINGS, [member]: CHANGED[member] };
    expect([member, partsThatDiffer(NO_SETTINGS, changed)]).toEqual([member, [partOfMember(member)]]);
    const isFree = member === 'signing' || member === 'reportText';
    expect([member, partsHeldByClose(NO_SETTINGS, changed).length === 0]).toEqual([member, isFree]);
  }
});

test('whatever two documents say, taking over what a close does not hold leaves all that it holds, and takes all that it does not', () => {
  const settings = fc
    .subarray(MEMBERS)
    .map((members): Settings => ({ ...NO_SETTINGS, ...Object.fromEntries(members.map((one) => [one, CHANGED[one]])) }));
  fc.assert(
    fc.property(settings, settings, (closed, wanted) => {
      const taken = withPartsAfterClose(closed, wanted);
      expect(partsHeldByClose(closed, taken)).toEqual([]);
      expect([taken.signing, taken.reportText]).toEqual([wanted.signing, wanted.reportText]);
      expect(withPartsAfterClose(taken, closed)).toEqual(closed);
    }),
  );
});

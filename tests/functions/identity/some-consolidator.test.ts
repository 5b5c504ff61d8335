import { withSomeConsolidator } from '../../../functions/identity/some-consolidator.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';

const listed = defaultAgencies();
const without = (...ids: readonly string[]) => listed.map((agency) => (ids.includes(agency.id) ? { ...agency, active: false } : agency));
/** Whom the settings keep out. */
const out = (agencies: typeof listed) => agencies.filter(({ active }, k) => active !== listed[k]?.active).map(({ id }) => id);

test('settings that switch off one consolidator, or an agency, are kept to', () => {
  for (const ids of [['VPUB'], ['SKHCN', 'SNV'], ['XA-21211'], []])
    expect(out(withSomeConsolidator(without(...ids), listed)).sort()).toEqual(ids.sort());
});

test('settings that switch off every consolidator keep none of them out, and the other agencies as they say', () => {
  expect(out(withSomeConsolidator(without('VPUB', 'SKHCN', 'SNV'), listed))).toEqual(['SNV']);
});

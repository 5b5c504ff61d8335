import { AgencyId } from '../../../core/plan/agency.ts';
import type { Caller } from '../../../functions/identity/caller.ts';
import { covers, followedRows, leadRows, maySend, readableRows } from '../../../functions/identity/rights.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';
import { defaultPlan } from '../../../seeds/plan.ts';

const plan = defaultPlan();
const agencies = defaultAgencies();
const aCaller = (id: string): Caller => ({ agency: AgencyId.parse(id), consolidator: id === 'SKHCN' || id === 'VPUB', name: id });
const [commune, other, lead, office] = ['XA-21211', 'XA-21220', 'SNV', 'SKHCN'].map(aCaller) as [Caller, Caller, Caller, Caller];
const groups = new Set(plan.agencyGroups.map(({ id }) => id));

test('a lead is an agency that a row names, in the plan’s order', () => {
  const rows = [...plan.indicators, ...plan.tasks];
  expect(leadRows(plan, lead.agency)).toEqual(rows.filter(({ leads }) => leads.includes('SNV')).map(({ id }) => id));
  expect(leadRows(plan, lead.agency)).toContain('PL1.I.2.6');
});

test('membership in a group that leads makes nobody a lead', () => {
  const ledByGroups = [...plan.indicators, ...plan.tasks].filter(({ leads }) => leads.every((code) => groups.has(code)));
  expect(ledByGroups.length).toBeGreaterThan(0);
  for (const { id: agency } of defaultAgencies())
    expect(leadRows(plan, agency).filter((row) => ledByGroups.some(({ id }) => id === row))).toEqual([]);
  expect(leadRows(plan, commune.agency)).toEqual([]);
});

test('an agency that may declare a task its own does not lead it by that', () => {
  const optional = { ...plan, tasks: plan.tasks.map((task) => ({ ...task, leads: ['X'], optionalLeads: ['SNV'] })), indicators: [] };
  expect(leadRows(optional, lead.agency)).toEqual([]);
});

test('an agency reads all of its own report, a consolidator everybody’s, a lead its rows, others nothing', () => {
  expect(readableRows({ plan, agencies }, commune, 'XA-21211')).toBe('all');
  expect(readableRows({ plan, agencies }, other, 'XA-21211')).toBeNull();
  expect(readableRows({ plan, agencies }, lead, 'XA-21211')).toEqual(leadRows(plan, lead.agency));
  expect(readableRows({ plan, agencies }, lead, 'SNV')).toBe('all');
  expect(readableRows({ plan, agencies }, office, 'XA-21211')).toBe('all');
});

test('an address that names no agency is nobody’s own', () => {
  for (const text of ['', 'KHONG-CO', 'xa-21211', 'XA-21211 ', '__proto__']) {
    expect(maySend(agencies, commune, text)).toBe(false);
    expect(readableRows({ plan, agencies }, commune, text)).toBeNull();
  }
});

test('a consolidator sends for itself alone', () => {
  expect([maySend(agencies, office, 'SKHCN'), maySend(agencies, office, 'XA-21211'), maySend(agencies, commune, 'XA-21211')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('a lead judges its own rows and no other, a consolidator any', () => {
  const [mine] = leadRows(plan, lead.agency);
  const foreign = plan.indicators.find(({ leads }) => !leads.includes('SNV'))!.id;
  expect(covers(followedRows(plan, lead), [mine!])).toBe(true);
  expect(covers(followedRows(plan, lead), [])).toBe(true);
  for (const rows of [[foreign], [mine!, foreign], ['PL9.1'], ['constructor']]) expect(covers(followedRows(plan, lead), rows)).toBe(false);
  expect(covers(followedRows(plan, office), [foreign, 'PL9.1'])).toBe(true);
  expect(covers(followedRows(plan, commune), [])).toBe(false);
});

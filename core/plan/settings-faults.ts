import { sumOfWeights, WEIGHTS_TOGETHER } from '../honours/weights.ts';
import { measureOf } from '../measures/measure-of.ts';
import { type TemplateFault, templateFaults } from '../report-text/template.ts';
import { REPORT_TEMPLATES, type ReportTemplateId } from '../report-text/templates.ts';
import { isBlankText } from '../text.ts';
import type { Agencies, AgencyId } from './agency.ts';
import type { AgencyChange } from './agency-changes.ts';
import { type Obligations, obligationsOf } from './obligations.ts';
import type { Period } from './period.ts';
import { dayOfPeriod } from './period-day.ts';
import type { Indicator, Plan, RowId, Task } from './plan.ts';
import { type Settings, withSettings } from './settings.ts';
import { withAgencyChanges } from './with-agency-changes.ts';

/** What settings cannot be used for, with the path of the field that asks for it. */
export type SettingsFault = { readonly path: string } & (
  | { readonly fault: 'no-such-day' | 'unknown-agency' | 'unknown-reporter' | 'unknown-row' | 'no-consolidator' | 'nothing-seen' }
  | { readonly fault: 'no-authority' }
  | { readonly fault: 'unnamed-agency' | 'unknown-kind' | 'taken-id' | 'succeeds-itself' | 'succeeded-reports' }
  | { readonly fault: 'same-name'; readonly agency: AgencyId }
  | { readonly fault: TemplateFault['fault']; readonly text: string; readonly at: number }
  | { readonly fault: 'weights-not-whole'; readonly sum: number }
  | { readonly fault: 'no-reporter'; readonly row: RowId }
  | { readonly fault: 'stater-lost'; readonly row: RowId; readonly agency: AgencyId }
);

/** The plan as it is, without any settings, for one period. */
export interface SettingsContext {
  readonly plan: Plan;
  readonly agencies: Agencies;
  readonly period: Period;
}

/** Everything in settings that would name nothing, or leave a row or the whole period without those who answer for it. All at once. */
export function settingsFaults(settings: Settings, ground: SettingsContext): SettingsFault[] {
  return [
    ...dayFaults(settings, ground),
    ...agencyFaults(settings, ground),
    ...nameFaults(settings, ground),
    ...rowFaults(settings, ground),
    ...officeFaults(settings, ground),
    ...weightFaults(settings),
    ...paperFaults(settings, ground),
    ...unseenFaults(settings),
  ];
}

function dayFaults({ cutOff, deadline }: Settings, { period }: SettingsContext): SettingsFault[] {
  return Object.entries({ cutOff, deadline }).flatMap(([name, text]): SettingsFault[] =>
    text === undefined || dayOfPeriod(period, text) !== null ? [] : [{ path: `settings.${name}`, fault: 'no-such-day' }],
  );
}

function nameFaults(
  { agencies: switched, contacts = {}, reporters, waivers }: Settings,
  { plan, agencies: listed }: SettingsContext,
): SettingsFault[] {
  const ids = new Set<string>(withAgencyChanges(listed, switched).map(({ id }) => id));
  const groups = new Set<string>(plan.agencyGroups.map(({ id }) => id));
  const indicators = new Set<string>(plan.indicators.map(({ id }) => id));
  const rows = new Set<string>([...indicators, ...plan.tasks.map(({ id }) => id)]);
  const unless = (known: boolean, path: string, fault: 'unknown-agency' | 'unknown-reporter' | 'unknown-row'): SettingsFault[] =>
    known ? [] : [{ path: `settings.${path}`, fault }];
  return [
    ...Object.keys(switched).flatMap((id) => unless(ids.has(id), `agencies.${id}`, 'unknown-agency')),
    ...Object.keys(contacts).flatMap((id) => unless(ids.has(id), `contacts.${id}`, 'unknown-agency')),
    ...Object.entries(reporters).flatMap(([row, codes = []]) => [
      ...unless(indicators.has(row), `reporters.${row}`, 'unknown-row'),
      ...codes.flatMap((code) => unless(ids.has(code) || groups.has(code), `reporters.${row}.${code}`, 'unknown-reporter')),
    ]),
    ...waivers.flatMap(({ agency, row }, k) => [
      ...unless(ids.has(agency), `waivers.${k}.agency`, 'unknown-agency'),
      ...unless(row === null || rows.has(row), `waivers.${k}.row`, 'unknown-row'),
    ]),
  ];
}

/** Rows that have reporters in the plan but, under the settings, have none, or lack the one whose figure counts. */
function rowFaults(settings: Settings, { plan, agencies, period }: SettingsContext): SettingsFault[] {
  const before = obligationsOf(plan, agencies, period);
  const under = withSettings(plan, agencies, settings, period);
  const after = obligationsOf(under.plan, under.agencies, period);
  const pathOf = (row: RowId, lost: AgencyId | undefined) =>
    settings.reporters[row] || lost === undefined ? `settings.reporters.${row}` : `settings.agencies.${lost}`;
  return [...plan.indicators, ...plan.tasks].flatMap((row): SettingsFault[] => {
    const [had, has] = [answering(before, row.id), answering(after, row.id)];
    if (had.length > 0 && has.length === 0) return [{ path: pathOf(row.id, had[0]), fault: 'no-reporter', row: row.id }];
    const stater = had.find((id) => id === statedBy(row));
    return stater === undefined || has.includes(stater)
      ? []
      : [{ path: pathOf(row.id, stater), fault: 'stater-lost', row: row.id, agency: stater }];
  });
}

const statedBy = (row: Indicator | Task): string | null => ('measure' in row ? measureOf(row).statedBy : null);

const answering = ({ reporters, leads }: Obligations, row: RowId): readonly AgencyId[] => reporters.get(row) ?? leads.get(row) ?? [];

function officeFaults(settings: Settings, { plan, agencies, period }: SettingsContext): SettingsFault[] {
  const isOffice = ({ roles, active }: Agencies[number]): boolean => active && roles.includes('consolidator');
  if (withSettings(plan, agencies, settings, period).agencies.some(isOffice)) return [];
  return agencies.filter(isOffice).map(({ id }) => ({ path: `settings.agencies.${id}`, fault: 'no-consolidator' }));
}

/** Parts of the honours list that do not make a whole together. */
function weightFaults({ honours }: Settings): SettingsFault[] {
  const sum = honours ? sumOfWeights(honours) : WEIGHTS_TOGETHER;
  return sum === WEIGHTS_TOGETHER ? [] : [{ path: 'settings.honours', fault: 'weights-not-whole', sum }];
}

/** How an authority to sign begins (Nghị định 30/2020/NĐ-CP, Phụ lục I); a head who signs in person has none. */
const AUTHORITY = /^(?:(?:TM|KT|TL|TUQ|Q)\. ?\p{L}.*)?$/u;

/** An issuer that is no agency, an authority that is none, and wordings of the report with a field that their sentence does not have. */
function paperFaults({ agencies: changes, signing, reportText = {} }: Settings, { agencies }: SettingsContext): SettingsFault[] {
  const isKnown = signing?.issuer === undefined || withAgencyChanges(agencies, changes).some(({ id }) => id === signing.issuer);
  const wordings = Object.entries(reportText) as [ReportTemplateId, string][]; // keys of wordings are templates
  return [
    ...(isKnown ? [] : [{ path: 'settings.signing.issuer', fault: 'unknown-agency' } as const]),
    ...(AUTHORITY.test(signing?.authority ?? '') ? [] : [{ path: 'settings.signing.authority', fault: 'no-authority' } as const]),
    ...wordings.flatMap(([id, text]) =>
      templateFaults(text, REPORT_TEMPLATES[id]).map((fault) => ({ path: `settings.reportText.${id}`, ...fault })),
    ),
  ];
}

/** Texts that must say something, of which nobody can see anything. */
function unseenFaults({ agencies, waivers, contact, contacts = {}, signing, reportText = {} }: Settings): SettingsFault[] {
  const { addressees = [], recipients = [] } = signing ?? {};
  const texts: readonly (readonly [path: string, text: string | undefined])[] = [
    ...waivers.map(({ reason }, k) => [`waivers.${k}.reason`, reason] as const),
    ...Object.entries(agencies).flatMap(([id, one]) => [
      [`agencies.${id}.name`, one?.name] as const,
      [`agencies.${id}.shortName`, one?.shortName] as const,
    ]),
    ['contact.name', contact?.name],
    ['contact.phone', contact?.phone],
    ...Object.entries(contacts).flatMap(([id, one]) => [
      [`contacts.${id}.name`, one?.name] as const,
      [`contacts.${id}.phone`, one?.phone] as const,
    ]),
    ...addressees.map((text, k) => [`signing.addressees.${k}`, text] as const),
    ...recipients.map((text, k) => [`signing.recipients.${k}`, text] as const),
    ...Object.entries(reportText).map(([id, text]) => [`reportText.${id}`, text] as const),
  ];
  return texts.flatMap(([path, text]): SettingsFault[] =>
    text === undefined || !isBlankText(text) ? [] : [{ path: `settings.${path}`, fault: 'nothing-seen' }],
  );
}

/** Agencies that are added without what they need, that succeed nobody, or that nobody could tell apart. */
function agencyFaults({ agencies: changes }: Settings, { plan, agencies }: SettingsContext): SettingsFault[] {
  const listed = new Set<string>(agencies.map(({ id }) => id));
  const kinds = new Set(agencies.map(({ kind }) => kind));
  const under = withAgencyChanges(agencies, changes);
  const known = new Map(under.map((agency) => [agency.id, agency]));
  return (Object.entries(changes) as [AgencyId, AgencyChange][]).flatMap(
    ([id, { name, shortName, kind, succeeds = [] }]): SettingsFault[] => {
      // keys are ids
      const path = `settings.agencies.${id}`;
      const isAdded = !listed.has(id) && kind !== undefined;
      const twin = name === undefined ? undefined : under.find((one) => one.id !== id && one.active && one.name === name);
      return [
        ...(isAdded && (name === undefined || shortName === undefined) ? [{ path, fault: 'unnamed-agency' } as const] : []),
        ...(isAdded && !kinds.has(kind) ? [{ path: `${path}.kind`, fault: 'unknown-kind' } as const] : []),
        ...(isAdded && plan.agencyGroups.some((group) => group.id === id) ? [{ path, fault: 'taken-id' } as const] : []),
        ...(twin && known.get(id)?.active ? [{ path: `${path}.name`, fault: 'same-name', agency: twin.id } as const] : []),
        ...succeeds.flatMap((former, k): SettingsFault[] => {
          const at = `${path}.succeeds.${k}`;
          if (former === id) return [{ path: at, fault: 'succeeds-itself' }];
          if (!known.has(former)) return [{ path: at, fault: 'unknown-agency' }];
          return known.get(former)?.active ? [{ path: at, fault: 'succeeded-reports' }] : [];
        }),
      ];
    },
  );
}

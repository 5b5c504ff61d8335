import { isSameJson } from '../same-json.ts';
import type { Settings } from './settings.ts';
import type { PartName } from './settings-parts.ts';

/** What was changed apart, put together. */
export interface MergedSettings {
  readonly settings: Settings;
  /** Parts where both changed the same thing: there mine stands, and the person must look. */
  readonly both: readonly PartName[];
}

/** Three-way merge of a period's settings: of each thing, whoever changed it since `base` is right; where both did, mine. */
export function mergeSettings(base: Settings, mine: Settings, theirs: Settings): MergedSettings {
  const both = new Set<PartName>();
  const merged = <T>(part: PartName, things: (settings: Settings) => ReadonlyMap<string, T>): T[] => {
    const [was, own, other] = [things(base), things(mine), things(theirs)];
    return [...new Set([...other.keys(), ...own.keys()])].flatMap((key) => {
      const [before, here, there] = [was.get(key), own.get(key), other.get(key)];
      const [iChanged, theyChanged] = [!isSameJson(before, here), !isSameJson(before, there)];
      if (iChanged && theyChanged && !isSameJson(here, there)) both.add(part);
      const kept = iChanged ? here : there;
      return kept === undefined ? [] : [kept];
    });
  };
  const days = merged('days', ({ cutOff, deadline }) => mapOf(Object.entries({ cutOff, deadline }), ([name]) => name));
  const signing = Object.fromEntries(merged('signing', (one) => mapOf(Object.entries(one.signing ?? {}), ([name]) => name)));
  const reportText = Object.fromEntries(merged('reportText', (one) => mapOf(Object.entries(one.reportText ?? {}), ([id]) => id)));
  const coverage = Object.fromEntries(
    merged('publicCoverage', ({ publicCoverage }) => mapOf(Object.entries({ publicCoverage }), ([name]) => name)),
  );
  // Weights hold together: those of one of the two, never some of each.
  const honours = Object.fromEntries(
    merged('honours', (one) => mapOf(one.honours ? [['honours', one.honours] as const] : [], ([name]) => name)),
  );
  const contacts = Object.fromEntries(merged('contacts', (one) => mapOf(Object.entries(one.contacts ?? {}), ([id]) => id)));
  const settings: Settings = {
    ...(Object.keys(signing).length > 0 && { signing }),
    ...(Object.keys(reportText).length > 0 && { reportText }),
    ...(coverage.publicCoverage !== undefined && coverage),
    ...honours,
    ...(Object.keys(contacts).length > 0 && { contacts }),
    ...Object.fromEntries(days.filter(([, day]) => day !== undefined)),
    ...Object.fromEntries(merged('contact', ({ contact }) => mapOf(contact ? [['contact', contact] as const] : [], ([name]) => name))),
    agencies: agenciesOf(merged('agencies', (one) => mapOf(thingsOf(one), ({ id, name }) => `${id}|${name}`))),
    reporters: Object.fromEntries(merged('reporters', ({ reporters }) => mapOf(Object.entries(reporters), ([row]) => row))),
    rules: merged('rules', ({ rules }) => mapOf(rules, ({ rule }) => rule)),
    waivers: merged('waivers', ({ waivers }) => mapOf(waivers, ({ agency, rule, row }) => [agency, rule, row ?? ''].join('|'))),
  };
  return { settings, both: [...both] };
}

/** Thing by thing: one person may rename an agency while another says that it does not report. */
const thingsOf = ({ agencies }: Settings) =>
  Object.entries(agencies).flatMap(([id, change]) => Object.entries(change ?? {}).map(([name, value]) => ({ id, name, value })));

function agenciesOf(things: readonly { readonly id: string; readonly name: string; readonly value: unknown }[]): Settings['agencies'] {
  const ids = [...new Set(things.map(({ id }) => id))];
  const changeOf = (wanted: string) => Object.fromEntries(things.filter(({ id }) => id === wanted).map(({ name, value }) => [name, value]));
  return Object.fromEntries(ids.map((id) => [id, changeOf(id)]));
}

const mapOf = <T>(things: readonly T[], key: (thing: T) => string): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [key(thing), thing]));

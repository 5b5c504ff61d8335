import { canonicalJson } from '../../../../core/canonical.ts';
import type { Settings } from '../../../../core/plan/settings.ts';

/** What two people changed apart, put together. */
export interface MergedSettings {
  readonly settings: Settings;
  /** Parts where both changed the same thing: there mine stands, and the person must look. */
  readonly both: readonly PartName[];
}

export const PARTS = {
  days: 'ngày chốt, hạn gửi',
  contact: 'đầu mối liên hệ',
  publicCoverage: 'công bố đánh giá',
  contacts: 'đầu mối của từng đơn vị',
  agencies: 'đơn vị phải báo cáo',
  reporters: 'đơn vị phải báo cáo từng chỉ tiêu',
  rules: 'mức độ của quy tắc',
  waivers: 'miễn trừ',
  signing: 'ký và gửi báo cáo',
  reportText: 'câu chữ của báo cáo',
} as const;
export type PartName = keyof typeof PARTS;

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
  const contacts = Object.fromEntries(merged('contacts', (one) => mapOf(Object.entries(one.contacts ?? {}), ([id]) => id)));
  const settings: Settings = {
    ...(Object.keys(signing).length > 0 && { signing }),
    ...(Object.keys(reportText).length > 0 && { reportText }),
    ...(coverage.publicCoverage !== undefined && coverage),
    ...(Object.keys(contacts).length > 0 && { contacts }),
    ...Object.fromEntries(days.filter(([, day]) => day !== undefined)),
    ...Object.fromEntries(merged('contact', ({ contact }) => mapOf(contact ? [['contact', contact] as const] : [], ([name]) => name))),
    agencies: Object.fromEntries(merged('agencies', ({ agencies }) => mapOf(Object.entries(agencies), ([id]) => id))),
    reporters: Object.fromEntries(merged('reporters', ({ reporters }) => mapOf(Object.entries(reporters), ([row]) => row))),
    rules: merged('rules', ({ rules }) => mapOf(rules, ({ rule }) => rule)),
    waivers: merged('waivers', ({ waivers }) => mapOf(waivers, ({ agency, rule, row }) => [agency, rule, row ?? ''].join('|'))),
  };
  return { settings, both: [...both] };
}

const mapOf = <T>(things: readonly T[], key: (thing: T) => string): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [key(thing), thing]));

/** Whether two things say the same, in whatever order their members stand. */
export const isSameJson = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);

const textOf = (thing: unknown): string => canonicalJson((thing ?? null) as Parameters<typeof canonicalJson>[0]); // settings came as JSON and go as JSON

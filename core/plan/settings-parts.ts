import { isSameJson } from '../same-json.ts';
import type { Settings } from './settings.ts';

/** The parts of a period's settings, as people change them; the two days are one. */
export type PartName = Exclude<keyof Settings, 'cutOff' | 'deadline'> | 'days';

interface SettingsPart {
  /** What people call it, within a sentence. */
  readonly name: string;
  /**
   * Whether it may be changed of a closed period as well: it touches no figure, obligation, name or verdict. The report is signed, numbered and
   * dated days after the close, by whoever signs then.
   */
  readonly changesAfterClose: boolean;
}

/** Every part; one that is added to `Settings` says here what it is called and whether a close holds it fast. */
export const SETTINGS_PARTS: Readonly<Record<PartName, SettingsPart>> = {
  days: { name: 'ngày chốt, hạn gửi', changesAfterClose: false },
  contact: { name: 'đầu mối liên hệ', changesAfterClose: false },
  publicCoverage: { name: 'công bố đánh giá', changesAfterClose: false },
  honours: { name: 'điểm của danh sách tôn vinh', changesAfterClose: false },
  contacts: { name: 'đầu mối của từng đơn vị', changesAfterClose: false },
  agencies: { name: 'đơn vị phải báo cáo, tên đơn vị', changesAfterClose: false },
  reporters: { name: 'đơn vị phải báo cáo từng chỉ tiêu', changesAfterClose: false },
  rules: { name: 'mức độ của quy tắc', changesAfterClose: false },
  waivers: { name: 'miễn trừ', changesAfterClose: false },
  signing: { name: 'ký và gửi báo cáo', changesAfterClose: true },
  reportText: { name: 'câu chữ của báo cáo', changesAfterClose: true },
};

const ALL_PARTS = Object.keys(SETTINGS_PARTS) as PartName[]; // keys of a record of parts

/** The parts that may be changed of a closed period. */
export const PARTS_AFTER_CLOSE: readonly PartName[] = ALL_PARTS.filter((part) => SETTINGS_PARTS[part].changesAfterClose);

/** The part to which a member of the settings belongs; null for what is none. */
export function partOfMember(member: string): PartName | null {
  if (member === 'cutOff' || member === 'deadline') return 'days';
  return ALL_PARTS.find((part) => part === member) ?? null;
}

/** The parts in which two documents say otherwise, in the order in which the settings have them. */
export function partsThatDiffer(one: Settings, other: Settings): PartName[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof Settings)[]; // keys of settings
  return [...new Set(names.filter((name) => !isSameJson(one[name], other[name])).flatMap((name) => partOfMember(name) ?? []))];
}

/** Whether a member of the settings may be changed of a closed period; what is none may not. */
export function changesAfterClose(member: string): boolean {
  const part = partOfMember(member);
  return part !== null && SETTINGS_PARTS[part].changesAfterClose;
}

/** What of a change a closed period does not take. */
export const partsHeldByClose = (inForce: Settings, wanted: Settings): PartName[] =>
  partsThatDiffer(inForce, wanted).filter((part) => !SETTINGS_PARTS[part].changesAfterClose);

/** Settings whose parts that a close does not hold are those of others. */
export function withPartsAfterClose(settings: Settings, others: Settings): Settings {
  const [held, free] = [
    Object.entries(settings).filter(([member]) => !changesAfterClose(member)),
    Object.entries(others).filter(([member]) => changesAfterClose(member)),
  ];
  return Object.fromEntries([...held, ...free]) as Settings; // each member is a member of settings
}

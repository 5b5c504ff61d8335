import { matchKey, squash } from '../../text.ts';
import { isRecord, type MadePart } from './set-at.ts';

/** What was proposed of agencies: by their ids the members that their lines had left blank. */
export type ProposedAgencies = ReadonlyMap<string, readonly string[]>;

const OFFICES = { kind: 'so', group: 'SBN', name: 'Các sở, ban, ngành', prefix: '', words: null } as const;
/** An agency below the province: its kind, and what they are called together. The first whose words fit counts, else it is an office. */
const KINDS = [
  OFFICES,
  { kind: 'benh-vien', group: 'BV', name: 'Các bệnh viện, trung tâm y tế', prefix: '', words: /^(?:bệnh viện|trung tâm y tế)/ },
  { kind: 'truong', group: 'TR', name: 'Các trường', prefix: '', words: /^(?:trường|đại học|học viện)/ },
  {
    ...{ kind: 'hoi', group: 'HDT', name: 'Các hội, đoàn thể', prefix: '' },
    words: /^(?:hội |hiệp hội|liên hiệp|liên đoàn|liên minh|tỉnh đoàn|đoàn thanh niên|mặt trận|ủy ban mặt trận|ubmttq|ủy ban mttq)/,
  },
  { kind: 'doanh-nghiep', group: 'DN', name: 'Các doanh nghiệp', prefix: '', words: /^(?:tổng )?công ty|^tập đoàn|^ngân hàng/ },
  { kind: 'xa', group: 'XP', name: 'UBND các xã, phường', prefix: 'X', words: /^(?:ubnd|ủy ban nhân dân) (?:xã|phường|đặc khu|thị trấn)/ },
] as const;
const OFFICE = /^văn phòng/;

/**
 * Fills in what lines of agencies that hold little more than a name leave blank: id, short name, kind, that they report and are in use, who
 * adds up (whom the plan names, else the province's office, else the first). Groups of their kinds where the plan has no group yet. A
 * proposal that a person looks at.
 */
export function proposeAgencies(plan: MadePart, agencies: readonly MadePart[]): ProposedAgencies {
  const proposed = new Map<string, readonly string[]>();
  const named = agencies.filter(({ name }) => textOf(name) !== '');
  const taken = new Set(agencies.map(({ id }) => textOf(id)).filter((id) => id !== ''));
  const hasOffice = agencies.some(({ roles }) => Array.isArray(roles) && roles.includes('consolidator'));
  const office = hasOffice ? null : officeAmong(named, plan);
  for (const agency of named) {
    const name = textOf(agency.name);
    const { kind, prefix } = KINDS.find(({ words }) => words?.test(name.toLowerCase())) ?? OFFICES;
    const usual: MadePart = {
      id: () => freeAgencyId(name, prefix, taken),
      shortName: () => name.replace(/^Ủy ban nhân dân/iu, 'UBND'),
      kind: () => kind,
      roles: () => (agency === office ? ['reporter', 'consolidator'] : ['reporter']),
      defaultReporter: () => true,
      active: () => true,
    };
    const blank = Object.keys(usual).filter((member) => isBlank(agency[member]));
    for (const member of blank) agency[member] = (usual[member] as () => unknown)(); // made just above
    taken.add(textOf(agency.id));
    if (blank.length > 0) proposed.set(textOf(agency.id), blank);
  }
  const groups = Array.isArray(plan.agencyGroups) ? plan.agencyGroups.filter(isRecord) : [];
  if (proposed.size > 0 && groups.length === 0) plan.agencyGroups = groupsOf(agencies);
  return proposed;
}

const groupsOf = (agencies: readonly MadePart[]): MadePart[] =>
  KINDS.flatMap(({ kind, group, name }) => (agencies.some((one) => one.kind === kind) ? [{ id: group, name, kind }] : []));

function officeAmong(agencies: readonly MadePart[], { reporting }: MadePart): MadePart | undefined {
  const to = matchKey(textOf(isRecord(reporting) ? reporting.to : ''));
  return (
    agencies.find(({ name }) => to !== '' && matchKey(textOf(name)) === to) ??
    agencies.find(({ name }) => OFFICE.test(textOf(name).toLowerCase())) ??
    agencies[0]
  );
}

/** The first letters of a name's words without their marks, "Sở Mẫu Một" → SMM; of communes, which are many, a number. */
function freeAgencyId(name: string, prefix: string, taken: ReadonlySet<string>): string {
  const letters = name
    .normalize('NFD')
    .replace(/[đĐ]/g, 'D')
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/)
    .filter((word) => !/^(?:va|tinh)$/i.test(word.normalize('NFD').replace(/\p{M}/gu, '')))
    .map((word) => (/^UBND$/i.test(word) ? 'UB' : (word[0] ?? '')))
    .join('')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const stem = prefix || (/^[A-Z]/.test(letters) ? letters.slice(0, 12) : `D${letters.slice(0, 11)}`);
  for (let k = prefix === '' ? 0 : 1; ; k++) {
    const id = k === 0 ? stem : `${stem}${prefix === '' ? k + 1 : String(k).padStart(2, '0')}`;
    if (!taken.has(id)) return id;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? squash(value) : '');
const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

import { numberKey } from '../../adopting/numbering.ts';
import { proposeMeasure, proposeTargets } from '../../measures/propose-measure.ts';
import type { TableKind } from '../../tables/table-kind.ts';
import { squash } from '../../text.ts';
import { dayInWords } from './day-in-words.ts';
import { idFinder, type Named } from './find-id.ts';
import { type HeadedBy, idPart } from './proposed-headings.ts';
import type { MadePart } from './set-at.ts';

/** What the plan itself says of a row, by the fields of its headings. */
export type RowTexts = ReadonlyMap<string, string>;

interface BareLine {
  readonly kind: TableKind;
  readonly table: string;
  readonly texts: RowTexts;
  /** What it asks of single periods, where the table says so. */
  readonly periodic: ReadonlyMap<string, string>;
  readonly place: HeadedBy;
  readonly plan: MadePart;
  readonly agencies: readonly MadePart[];
}

/**
 * A row of the plan from its texts: what they do not say is proposed where words speak for it, and else left out for a person to fill
 * in.
 */
export function bareRow({
  kind,
  table,
  texts,
  periodic,
  place: { phase, group },
  plan,
  agencies,
}: BareLine): MadePart & { readonly id: string } {
  const text = (field: string): string => texts.get(field) ?? '';
  const rows = [...listOf(plan.indicators), ...listOf(plan.tasks)];
  const above = group?.split('.') ?? (kind === 'indicators' ? [String(phase.tt ?? '')] : []);
  const id = freeRowId(rows, [table, ...above.map(idPart), idPart(numberKey(text('tt')))]);
  const leads = agenciesIn(text('leads'), plan, agencies);
  if (kind === 'tasks') {
    return {
      id,
      ...(group !== undefined && { section: group }),
      tt: text('tt') || null,
      name: text('name'),
      leadsText: text('leads'),
      coordinatorsText: text('coordinators'),
      deliverable: text('deliverable'),
      timeframeText: text('timeframe'),
      leads,
      coordinators: namesIn(text('coordinators')),
      schedule: scheduleOf(text('timeframe'), phase),
    };
  }
  const doing = agenciesIn(text('implementers'), plan, agencies);
  const lead = leads.find((one) => agencies.some((agency) => agency.id === one));
  const reporting = doing.length > 0 ? doing : leads;
  const isOne = reporting.length === 1 && agencies.some(({ id: own }) => own === reporting[0]);
  const measure = proposeMeasure({
    ...{ name: text('name'), unitText: text('unit'), targetText: text('target'), lead },
    reporters: isOne || reporting.length === 0 ? 'one' : 'several',
  });
  return {
    id,
    phase: phase.id,
    ...(group !== undefined && { group }),
    tt: text('tt'),
    name: text('name'),
    ...(text('unit') !== '' && { unitText: text('unit') }),
    targetText: text('target'),
    leadsText: text('leads'),
    implementersText: text('implementers'),
    leads,
    implementers: namesIn(text('implementers')),
    reporters: reporting,
    ...(measure !== null && { measure }),
    ...(measure !== null && proposeTargets(measure, periodic)),
    due: dayInWords(text('target')) ?? (phase.to === undefined ? undefined : `${String(phase.to)}-12-31`),
  };
}

const listOf = (value: unknown): readonly MadePart[] => (Array.isArray(value) ? value : []);
const namesIn = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map(squash)
    .filter((one) => one !== '');

/** The ids of the agencies and groups that a text names in full; none where it names anybody else. */
function agenciesIn(text: string, plan: MadePart, agencies: readonly MadePart[]): string[] {
  const named = (list: readonly MadePart[]): Named[] =>
    list.map(({ id, name, shortName }) => ({ id: String(id), names: [name, shortName].map(String) }));
  const all = [...named(listOf(plan.agencyGroups)), ...named(agencies)];
  const find = idFinder({ agencies: [], 'agencies-and-groups': all, phases: [], groups: [], sections: [], openQuestions: [] });
  const isId = (id: string) => all.some((one) => one.id === id);
  for (const separator of [/\n{2,}/, /[;\n]/, /[;,\n]/]) {
    const found = text
      .split(separator)
      .map(squash)
      .filter((one) => one !== '')
      .map((one) => find('agencies-and-groups', one));
    if (found.length > 0 && found.every(isId)) return [...new Set(found)];
  }
  return [];
}

/** When a task is due by its words: by a day, over years, or else nobody knows. */
function scheduleOf(timeframe: string, phase: MadePart): MadePart {
  const words = squash(timeframe).toLowerCase();
  const [, from, to] = /(20\d\d)\s*[-–—]\s*(20\d\d)/.exec(words) ?? [];
  if (from && to) return { kind: 'continuous', start: `${from}-01-01`, due: `${to}-12-31` };
  const due = dayInWords(words);
  if (due) return { kind: 'by-date', start: null, due };
  if (/thường xuyên|hằng|hàng|liên tục|cả năm|quanh năm/.test(words))
    return { kind: 'continuous', start: null, due: phase.to === undefined ? null : `${String(phase.to)}-12-31` };
  return { start: null, due: null };
}

function freeRowId(rows: readonly MadePart[], parts: readonly string[]): string {
  const bare = parts.filter((one) => one !== '').join('.');
  const isTaken = (id: string) => rows.some((row) => row.id === id);
  let id = parts.at(-1) === '' ? `${bare}.1` : bare;
  for (let k = 2; isTaken(id); k++) id = parts.at(-1) === '' ? `${bare}.${k}` : `${bare}x${k}`;
  return id;
}

import { headingKeys } from '../../adopting/numbering.ts';
import type { TableKind } from '../../tables/table-kind.ts';
import { matchKey, squash } from '../../text.ts';
import { MOST_LEVELS } from '../headings.ts';
import { isRecord, type MadePart } from './set-at.ts';

/** The phase, and the group or section, below whose headings a pasted row stands. */
export interface HeadedBy {
  readonly phase: MadePart;
  readonly group: string | undefined;
}

const YEARS = /(20\d\d)(?:\s*[-–—]\s*(20\d\d))?/;
const PHASE = /giai đoạn|^(?:[ivx]+[.)]?\s*)?(?:đến )?năm 20\d\d/i;
/** Ways of numbering, one below another: A, I, 1, 1.1, a. A heading of a way that is in use closes what stands below it. */
const WAYS = [/^[IVXL]+$/, /^[A-ZĐ]$/, /^\d{1,2}$/, /^\d{1,2}(?:\.\d{1,2})+$/, /^[a-zđ]$/];
const DEEPEST = MOST_LEVELS;
/** The first number of each way but the first: a Roman number is a heading's. */
const FIRST = /^(?:0?1|a)$/i;
const NUMBER = /^\(?([A-Z]|[IVXL]+|\d{1,2})(?:[.):-]+\s*|\s+)(?=\S)/;

/** Walks down the headings of a pasted table: phases, groups and sections that the plan does not have yet are added to it. */
export function headingPlaces(plan: MadePart, kind: TableKind) {
  const [phases, titles] = [listIn(plan, 'phases'), listIn(plan, kind === 'tasks' ? 'sections' : 'groups')];
  let phase = phases[0];
  /** The groups or sections that the lines stand in, the outermost first. */
  let within: { readonly way: number; readonly number: string; readonly id: string; readonly rows: Set<number> }[] = [];
  const first = (): MadePart => {
    const known = phase ?? phaseOf(phases, `${String(plan.title)} ${String(plan.date)}`) ?? { id: 'P1', tt: '', title: '' };
    if (!phases.includes(known)) phases.push(known);
    phase = known;
    return known;
  };
  return {
    enter(number: string, text: string): void {
      const named = PHASE.test(text) ? phaseOf(phases, text) : undefined;
      if (named) {
        within = [];
        phase = phases.includes(named) ? named : { ...named, tt: bareNumber(number) };
        if (!phases.includes(phase)) phases.push(phase);
        return;
      }
      const own = kind === 'tasks' ? {} : { phase: first().id };
      const keys = headingKeys(text);
      const known = titles.find((one) => keys.includes(matchKey(String(one.title))) && (kind === 'tasks' || one.phase === own.phase));
      const said = bareNumber(number) || (NUMBER.exec(squash(text))?.[1] ?? '');
      const way = wayOf(said, within);
      const same = within.findIndex((one) => one.way === way);
      const outer = same >= 0 ? within.slice(0, same) : way < 0 ? [] : within.slice(0, DEEPEST - 1);
      const parent = outer.at(-1)?.id;
      const id = known
        ? String(known.id)
        : freeId(titles, said, parent ?? (kind === 'tasks' ? undefined : idPart(String(first().tt)) || undefined));
      if (!known) titles.push({ id, ...own, ...(parent !== undefined && { parent }), title: squash(text).replace(NUMBER, '') });
      within = [...outer, { way, number: said, id, rows: new Set() }];
    },
    /**
     * Where a row of this number stands: beside a group that is numbered as the row is, not in it, unless the rows of the group are numbered
     * anew from 1 (or a).
     */
    here(number: string): HeadedBy {
      const way = wayOf(bareNumber(number), within);
      const beside = within.findIndex((one) => way >= 0 && one.way === way && !(one.rows.has(way) || FIRST.test(bareNumber(number))));
      if (beside >= 0) within = within.slice(0, beside);
      within.at(-1)?.rows.add(way);
      return { phase: first(), group: within.at(-1)?.id };
    },
  };
}

function listIn(plan: MadePart, key: string): MadePart[] {
  const list = Array.isArray(plan[key]) ? plan[key].filter(isRecord) : [];
  plan[key] = list;
  return list;
}

/** The phase of the years in a text: one of the plan's, or a new one. */
function phaseOf(phases: readonly MadePart[], text: string): MadePart | undefined {
  const [, from, to = from] = YEARS.exec(text) ?? [];
  if (from === undefined) return undefined;
  const known = phases.find((one) => String(one.from) === from && String(one.to) === to);
  const years = from === to ? from : `${from}-${to}`;
  return known ?? { id: years, tt: '', title: from === to ? `Năm ${years}` : `Giai đoạn ${years}`, from: Number(from), to: Number(to) };
}

const bareNumber = (number: string): string => squash(number).replace(/^\(|[.)]+$/g, '');

/** How a heading is numbered; −1 for none. A letter that may be a Roman number is what those before it are: I after H is a letter. */
function wayOf(number: string, within: readonly { readonly way: number; readonly number: string }[]): number {
  const ways = WAYS.flatMap((words, k) => (words.test(number) ? [k] : []));
  const follows = ways.find((way) => within.some((one) => one.way === way && nextLetter(one.number) === number));
  return follows ?? ways[0] ?? -1;
}

const nextLetter = (letter: string): string => (letter.length === 1 ? String.fromCharCode(letter.charCodeAt(0) + 1) : '');

function freeId(titles: readonly MadePart[], number: string, parent: string | undefined): string {
  const own =
    number
      .split('.')
      .at(-1)
      ?.replace(/[^A-Za-z0-9]/g, '') || 'N';
  const bare = parent === undefined ? own : `${parent}.${own}`;
  const isTaken = (id: string) => titles.some((one) => one.id === id);
  let id = bare;
  for (let k = 2; isTaken(id); k++) id = `${bare}.${k}`;
  return id;
}

/** A number within a row's id. */
export const idPart = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '');

import { headingKeys } from '../../adopting/numbering.ts';
import type { TableKind } from '../../tables/table-kind.ts';
import { matchKey, squash } from '../../text.ts';
import { isRecord, type MadePart } from './set-at.ts';

/** The phase, and the group or section, below whose headings a pasted row stands. */
export interface HeadedBy {
  readonly phase: MadePart;
  readonly group: string | undefined;
}

const YEARS = /(20\d\d)(?:\s*[-–—]\s*(20\d\d))?/;
const PHASE = /giai đoạn|^(?:[ivx]+[.)]?\s*)?(?:đến )?năm 20\d\d/i;
const NUMBER = /^\(?([A-Z]|[IVXL]+|\d{1,2})(?:[.):-]+\s*|\s+)(?=\S)/;

/** Walks down the headings of a pasted table: phases, groups and sections that the plan does not have yet are added to it. */
export function headingPlaces(plan: MadePart, kind: TableKind) {
  const [phases, titles] = [listIn(plan, 'phases'), listIn(plan, kind === 'tasks' ? 'sections' : 'groups')];
  let phase = phases[0];
  let group: string | undefined;
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
        phase = named;
        group = undefined;
        if (!phases.includes(named)) phases.push(named);
        return;
      }
      const own = kind === 'tasks' ? {} : { phase: first().id };
      const keys = headingKeys(text);
      const known = titles.find((one) => keys.includes(matchKey(String(one.title))) && (kind === 'tasks' || one.phase === own.phase));
      const id = known ? String(known.id) : freeId(titles, squash(number) || (NUMBER.exec(squash(text))?.[1] ?? ''));
      if (!known) titles.push({ id, ...own, title: squash(text).replace(NUMBER, '') });
      group = id;
    },
    here: (): HeadedBy => ({ phase: first(), group }),
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

function freeId(titles: readonly MadePart[], number: string): string {
  const bare = number.replace(/[^A-Za-z0-9]/g, '') || 'N';
  const isTaken = (id: string) => titles.some((one) => one.id === id);
  let id = bare;
  for (let k = 2; isTaken(id); k++) id = `${bare}.${k}`;
  return id;
}

/** A number within a row's id. */
export const idPart = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '');

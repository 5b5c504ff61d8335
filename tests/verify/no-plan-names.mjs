import { readFileSync } from 'node:fs';
import { at } from '../../tools/root.mjs';
import { placesOf, textFiles } from './files.mjs';

/** Rooms of the product that serve any plan; the specimens in `templates/mau` are forms of the seeds' own. */
const ROOMS = /^(?:core|contract|xlsx|templates|functions|addin|host|cli|tools|infra|bench)\/|^(?:manifest\.xml|azure\.yaml|Dockerfile)$/;
const SPECIMENS = /^templates\/mau\//;
/** A decree's annex is cited as "Nghị định 30/2020/NĐ-CP, Phụ lục I". */
const CITED = '(?<!NĐ-CP, )';

const seed = (name) => JSON.parse(readFileSync(at(`seeds/${name}.json`), 'utf8'));
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names of the seeds' plan: its id, place and tables, the ids of its rows, ids and full names of its agencies. */
export function planNames() {
  const [plan, agencies] = [seed('plan'), seed('agencies')];
  const words = [plan.id, plan.office.place, ...agencies.map(({ name }) => name), ...agencies.map(({ id }) => id)];
  const tables = plan.appendices.flatMap(({ id, sheet }) => [`${escaped(id)}[._]`, escaped(sheet)]);
  const whole = [...new Set(words)].map(escaped);
  return new RegExp(`(?<![\\p{L}\\d-])(?:${[...whole, ...tables.map((one) => CITED + one)].join('|')})(?![\\p{L}\\d])`, 'gu');
}

/** Nothing about one plan is in code: whoever brings another finds no trace of the seeds'. */
export const noPlanNames = {
  name: 'no name of the plan outside seeds, demo, tests',
  run: async () => {
    const names = planNames();
    return textFiles()
      .filter(({ path }) => ROOMS.test(path) && !SPECIMENS.test(path))
      .flatMap((file) => placesOf(file, names, (one) => `names the plan's own “${one}”`));
  },
};

import { readdirSync, readFileSync } from 'node:fs';
import { at } from '../../tools/root.mjs';

/** Names at the root that git ignores; .gitignore holds nothing but folder names. */
export const ignored = readFileSync(at('.gitignore'), 'utf8')
  .split('\n')
  .map((line) => line.replace(/\/$/, ''))
  .filter((name) => name !== '');

/** The checkout's text files as `{ path, text }`, found without git, so that a copy without history is checked too. */
export const textFiles = () =>
  filesIn('')
    .map((path) => ({ path, bytes: readFileSync(at(path)) }))
    .filter(({ bytes }) => !bytes.includes(0))
    .map(({ path, bytes }) => ({ path, text: bytes.toString('utf8') }));

function filesIn(folder) {
  return readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.name === '.git' || ignored.includes(entry.name)) return [];
    if (entry.isDirectory()) return filesIn(`${path}/`);
    return entry.isFile() ? [path] : [];
  });
}

/** "path:line: what" for each match of a global pattern. */
export const placesOf = ({ path, text }, pattern, say) =>
  [...text.matchAll(pattern)].map((match) => `${path}:${text.slice(0, match.index).split('\n').length}: ${say(match[0])}`);

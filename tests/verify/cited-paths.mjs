import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { at } from '../../tools/root.mjs';
import { ignored, textFiles } from './files.mjs';

const FENCED = /^```[\s\S]*?^```/gm;
const CODE = /`([^`\n]+)`/g;
const LINK = /\]\(([^)\s]+)\)/g;
const PATH = /^[\w.@-]+(?:\/[\w.@*-]+)*\/?$/;
const OURS = /\.(?:ts|tsx|mjs|cjs|md|ya?ml|sh)$/;

/** What README and docs cite exists: links, and code in backticks that looks like a path of the checkout. */
export const citedPaths = {
  name: 'cited paths exist',
  run: async () =>
    textFiles()
      .filter(({ path }) => /^(?:[^/]+|docs\/.+)\.md$/.test(path))
      .flatMap(({ path, text }) =>
        cited(text.replace(FENCED, ''))
          .filter((name) => !stands(name, posix.dirname(path)))
          .map((name) => `${path}: there is no ${name}`),
      ),
};

function cited(text) {
  const links = [...text.matchAll(LINK)]
    .map(([, target]) => target.replace(/#.*$/, ''))
    .filter((target) => target && !/^\w+:/.test(target));
  return [...links, ...[...text.matchAll(CODE)].map(([, code]) => code.replace(/(?::|#L)\d+$/, '')).filter(isPath)];
}

function isPath(code) {
  const [first] = code.split('/');
  if (!PATH.test(code) || !code.includes('/') || ignored.includes(first) || first === 'node_modules') return false;
  return OURS.test(code) || code.endsWith('/') || existsSync(at(first));
}

function stands(name, folder) {
  const fixed = decodeURI(name).replace(/[^/]*\*.*$/, '');
  return existsSync(at(fixed)) || existsSync(at(folder, fixed));
}

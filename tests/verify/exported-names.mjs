import { textFiles } from './files.mjs';

/** Rooms of the product. */
const PRODUCT = /^(?:core|contract|xlsx|templates|functions|addin|cli|host|demo|tools|seeds|bench)\/.*\.(?:tsx?|mjs)$/;

const DECLARED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (?<name>[\p{L}$_][\p{L}\p{N}$_]*)/gmu;

/** A name says one thing: who finds it in one file need not ask which of several is meant. A schema and its type share name and file. */
export const exportedNames = {
  name: 'an exported name is declared in one file',
  run: async () =>
    [...filesByName(textFiles().filter(({ path }) => PRODUCT.test(path)))]
      .filter(([, paths]) => paths.size > 1)
      .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`),
};

function filesByName(files) {
  const byName = new Map();
  for (const { path, text } of files) {
    for (const { groups } of text.matchAll(DECLARED)) byName.set(groups.name, (byName.get(groups.name) ?? new Set()).add(path));
  }
  return byName;
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { typesUpTo } from '../../support/excel/types-up-to.ts';

/** Below the checkout, so that the compiler finds the packages. */
mkdirSync('.build', { recursive: true });
const folder = mkdtempSync(resolve('.build', 'floor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OUR_TYPES = readFileSync('addin/excel/office.d.ts', 'utf8').replace(/^\/\/\/ <reference .*$/m, '');

/** The members of Excel that the only room that says Excel uses and an Excel of that age does not have. */
function usedAbove(minor: number): string[] {
  writeFileSync(join(folder, 'office.d.ts'), typesUpTo(minor));
  writeFileSync(join(folder, 'ours.d.ts'), OUR_TYPES);
  const config = {
    extends: resolve('addin/tsconfig.json'),
    compilerOptions: {
      noEmit: true,
      emitDeclarationOnly: false,
      declaration: false,
      declarationMap: false,
      composite: false,
      incremental: false,
      tsBuildInfoFile: null,
      rootDir: resolve('.'),
      skipLibCheck: true,
    },
    include: [resolve('addin/excel/**/*.ts')],
    exclude: [resolve('addin/excel/office.d.ts')],
    files: ['office.d.ts', 'ours.d.ts'],
    references: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder, '--singleThreaded'], {
    encoding: 'utf8',
  });
  // Whatever else the compiler has to say would make an empty list mean nothing.
  const lines = stdout.split('\n').filter((line) => /^\S/.test(line));
  return lines.map((line) => /addin\/(excel\/[\w-]+\.ts)\(.*?'(\w+)'/.exec(line)?.slice(1).join(' ') ?? line);
}

test('the pane uses nothing of Excel above its floor but what it asks for by itself', () => {
  expect(usedAbove(14)).toEqual([]);
});

test('what stands above an age is found', () => {
  expect(usedAbove(11)).toEqual(['excel/ask-sheet.ts getMergedAreasOrNullObject']);
});

test('what Microsoft’s types do not name yet is of a set above the floor and asked for', () => {
  const sets = [...OUR_TYPES.matchAll(/\/\*\* ExcelApi 1\.(\d+)[\s\S]*?(?:interface (\w+)|(\w+)\?:)/g)].map(([, set, type, member]) => [
    Number(set),
    type ?? member,
  ]);
  expect(sets).toEqual([
    [20, 'mergeUndoGroup'],
    [18, 'Note'],
    [18, 'NoteCollection'],
  ]);
});

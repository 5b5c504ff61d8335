import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** A regular expression as it stands in a source file. */
export interface WrittenExpression {
  /** `path /pattern/flags` */
  readonly name: string;
  readonly expression: RegExp;
}

/** All regular expressions that are written out in the TypeScript files of a folder of the checkout. */
export function expressionsIn(folder: string): WrittenExpression[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .flatMap((name) => ofFile(join(folder, name)));
}

function ofFile(path: string): WrittenExpression[] {
  const found: WrittenExpression[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    else if (typeof node === 'object' && node !== null) {
      const { type, pattern, flags } = node as Record<string, unknown>;
      if (type === 'RegExpLiteral')
        found.push({ name: `${path} /${pattern}/${flags}`, expression: new RegExp(String(pattern), String(flags)) });
      for (const one of Object.values(node)) visit(one);
    }
  };
  visit(parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2022' }));
  return found;
}

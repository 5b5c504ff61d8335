import { build } from 'esbuild';
import { root } from './root.mjs';

/**
 * The program of the threads that read uploads, as a text in JavaScript: whatever is built holds it, and so finds it wherever it lies.
 * For esbuild's `define`.
 */
export async function readingProgram() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['templates/beside/program.ts'],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    minify: true,
    logLevel: 'warning',
    write: false,
  });
  return JSON.stringify(outputFiles[0].text);
}

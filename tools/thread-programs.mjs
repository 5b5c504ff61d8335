import { build } from 'esbuild';
import { root } from './root.mjs';

/**
 * The program of the threads beside a server, as a text in JavaScript: whatever is built holds it, and so finds it wherever it lies.
 * `does`: what it does there, `reading` or `writing`.
 */
export async function threadProgram(does) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`templates/beside/${does}-program.ts`],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    // As in bundle.mjs: a package below exceljs names it for a way of reading that nobody here calls.
    external: ['@aws-sdk/client-s3'],
    minify: true,
    logLevel: 'warning',
    write: false,
  });
  return outputFiles[0].text;
}

/** For esbuild's `define`: the reading program, which every server needs from its start. */
export const readingProgram = async () => ({ READING_PROGRAM: JSON.stringify(await threadProgram('reading')) });

/** The plugin that puts the writing program into what is built, where anything of that writes documents. */
export const withWritingProgram = {
  name: 'writing-program',
  setup({ onLoad }) {
    onLoad({ filter: /\/templates\/beside\/built-writing-program\.ts$/ }, async () => ({
      contents: `export const writingProgram = ${JSON.stringify(await threadProgram('writing'))};`,
    }));
  },
};

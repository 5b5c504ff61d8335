import { root } from './root.mjs';

/** How whatever runs in a browser is bundled. */
export const PAGE_OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  // Chrome 109 is the last that runs on Windows 7, which some communes still have.
  target: ['chrome109', 'firefox115', 'safari16'],
  entryNames: 'assets/[name]-[hash]',
  chunkNames: 'assets/[name]-[hash]',
  assetNames: 'assets/[name]-[hash]',
  charset: 'utf8',
  legalComments: 'none',
  minify: true,
  metafile: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
  write: false,
};

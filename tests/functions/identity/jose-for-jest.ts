import { buildSync } from 'esbuild';

/** `jose` is an ES module, which Jest cannot load before Node 24.9: esbuild makes a CommonJS module of it. */
function joseForJest(): typeof import('jose') {
  const [file] = buildSync({ entryPoints: ['jose'], bundle: true, format: 'cjs', platform: 'node', write: false }).outputFiles;
  const module = { exports: {} };
  new Function('module', 'exports', 'require', file?.text ?? '')(module, module.exports, require);
  return module.exports as typeof import('jose'); // what the package says of itself
}

export const jose = joseForJest();

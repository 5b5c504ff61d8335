import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** For esbuild: a bundled file still stands where it stood; what it finds beside itself it finds from the bundle too. */
export const ownAddress = {
  name: 'own-address',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.(?:ts|mjs)$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    }),
};

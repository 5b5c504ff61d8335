import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { keep, removeOldParts, whereChanged, writePage } from './build-pages.mjs';
import { PAGE_OPTIONS } from './page-options.mjs';
import { at } from './root.mjs';
import { PAGES_ROOMS, stampOfSources } from './sources.mjs';

/** Holds our model of Excel against a real one: test equipment, which a checkout without its tests does not have. */
const ROOM = 'tests/addin/pane/self-test';
const ADDRESS = 'pane/self-test/';

/**
 * Builds the pane's self-test, with all that it loads below its own address, into a folder beside the pages: no release has it, and a server
 * only where it was asked for. Nothing is done where its sources are not there.
 */
export async function buildSelfTest() {
  if (!existsSync(at(ROOM))) return;
  const folder = at('.build/self-test');
  await whereChanged(folder, stampOfSources([...PAGES_ROOMS, ROOM]), async () => {
    const outdir = join(folder, ADDRESS);
    const { outputFiles, metafile } = await build({ ...PAGE_OPTIONS, entryPoints: [`${ROOM}/main.tsx`], outdir });
    keep(outputFiles);
    writePage(ADDRESS, ROOM, metafile, folder);
    removeOldParts(join(outdir, 'assets'));
  });
}

const PACKAGE = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** For esbuild: adds to a set the folder of each package that comes into what is built, from the checkout on. */
export const packagesInto = (found) => ({
  name: 'packages-into',
  setup: ({ initialOptions, onEnd }) => {
    initialOptions.metafile = true;
    onEnd(({ metafile }) => {
      for (const path of Object.keys(metafile.inputs)) {
        const [, folder] = PACKAGE.exec(path) ?? [];
        if (folder !== undefined) found.add(folder);
      }
    });
  },
});

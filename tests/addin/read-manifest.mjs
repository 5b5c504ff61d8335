import { OfficeAddinManifest } from 'office-addin-manifest';

// node tests/addin/read-manifest.mjs TỆP: what Microsoft's own reader finds in a manifest, as JSON. Its packages are ES modules, which
// this way of running tests cannot load.
console.log(JSON.stringify(await OfficeAddinManifest.readManifestFile(process.argv[2])));

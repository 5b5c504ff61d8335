import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../root.mjs';

const TEXT_OF_LICENCE = /^(?:licen[cs]e|copying|notice)/i;
const { name: projectName } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const named = ({ name, version }) => `${name}@${version}`;

/**
 * What the packages of an archive are, by their folders: a bill of materials (CycloneDX) and the texts of their licences, the same for the
 * same packages.
 */
export function inventoryOf(folders) {
  const packages = [...folders]
    .map((folder) => ({ folder, ...JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')) }))
    .sort((one, two) => (named(one) < named(two) ? -1 : 1));
  return { sbom: billOf(packages), licences: packages.map(licenceOf).join('\n\n') };
}

/** npm's own bill cut down to these packages, without what differs from one call to the next. */
function billOf(packages) {
  // With `--omit dev` npm also leaves out what packages of both kinds need.
  const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
  const { stdout, stderr, status } = spawnSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`[npm sbom] "package-lock.json": ${stderr}`);
  const { serialNumber: _, metadata, components, dependencies, ...head } = JSON.parse(stdout);
  const { timestamp: __, ...told } = metadata;
  const about = { ...told, component: { ...told.component, name: projectName } }; // npm tells the folder that the checkout lies in
  const kept = new Set(packages.map(named));
  const shipped = components.filter((one) => kept.has(named(one))).map(({ scope: _, ...one }) => one);
  const missing = [...kept].filter((name) => !shipped.some((one) => named(one) === name));
  if (missing.length > 0) throw new Error(`[npm sbom] "${missing.join(', ')}": shipped, and not in the lock file`);
  const refs = new Set([about.component['bom-ref'], ...shipped.map((one) => one['bom-ref'])]);
  const among = dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  return `${JSON.stringify({ ...head, metadata: about, components: shipped, dependencies: among }, null, 1)}\n`;
}

function licenceOf({ folder, name, version, license }) {
  const files = readdirSync(`${root}${folder}`)
    .filter((one) => TEXT_OF_LICENCE.test(one))
    .sort();
  if (files.length === 0 && !license) throw new Error(`[licences] "${name}": neither a text nor a name`);
  const texts = files.map((file) => readFileSync(`${root}${folder}/${file}`, 'utf8').trim());
  return [`== ${name} ${version} (${license ?? 'xem dưới'}) ==`, ...texts].join('\n\n');
}

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** All files alike: neither the packing machine's clock nor its users come into the archive. */
const ALIKE = ['--sort=name', '--mtime=2026-01-01 00:00:00Z', '--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX'];

/** SHA-256 of a folder's files, their names and whether they may be run. */
export function digestOfFolder(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    const stat = statSync(join(folder, name));
    if (!stat.isFile()) continue;
    const bytes = readFileSync(join(folder, name));
    hash.update(`${name}\n${stat.mode & 0o100 ? 'x' : '-'} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** Packs a folder into `FOLDER.tar.gz` with its checksum beside it; the same files give the same bytes. Gives the archive's path. */
export function archiveOf(parent, name, out) {
  const packed = spawnSync('tar', [...ALIKE, '--format=gnu', '-cf', '-', '-C', parent, name], { maxBuffer: 1024 ** 3 });
  if (packed.status !== 0) throw new Error(`[tar] "${name}": ${packed.stderr}`);
  const bytes = gzipSync(packed.stdout, { level: 9 });
  const file = join(out, `${name}.tar.gz`);
  writeFileSync(`${file}.tmp`, bytes);
  renameSync(`${file}.tmp`, file);
  writeFileSync(`${file}.sha256`, `${createHash('sha256').update(bytes).digest('hex')}  ${name}.tar.gz\n`);
  return file;
}

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What LibreOffice keeps of a person's choice of language and formats. */
const settings = (locale: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>`;

/** A workbook without any stored result, so that whatever stands there afterwards was calculated. */
export const withoutResults = (bytes: Uint8Array): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [
        name,
        name.startsWith('xl/worksheets/') ? strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')) : part,
      ]),
    ),
  );

/** Opens a workbook in LibreOffice as somebody with this locale, saves it as `to` in `outDir`, and gives the path. */
export async function convertIn(locale: string, file: string, outDir: string, to: 'xlsx' | 'csv' = 'xlsx'): Promise<string> {
  const written = join(outDir, `${basename(file, '.xlsx')}.${to}`);
  // now and then LibreOffice aborts while it starts beside another one: once more is enough
  for (let attempt = 1; attempt <= 2 && !existsSync(written); attempt++)
    await withOwnProfile(locale, ['--convert-to', to, '--outdir', outDir, file]);
  return written;
}

async function withOwnProfile(locale: string, words: readonly string[]): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'phuluc-locale-'));
  try {
    mkdirSync(join(profile, 'user'));
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings(locale));
    const all = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...words];
    await promisify(execFile)('soffice', all, { timeout: 60_000 }).catch(() => undefined); // the missing file is what counts
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

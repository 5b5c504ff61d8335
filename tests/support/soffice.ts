import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MINUTE = 60_000;

export const hasSoffice = (): boolean => inPath('soffice');
export const hasPdftoppm = (): boolean => inPath('pdftoppm');

/** `describe` for tests that open workbooks in LibreOffice; where it is not installed they are skipped and the title says why. */
export function describeWithSoffice(title: string, body: () => void): void {
  if (hasSoffice()) describe(title, body);
  else describe.skip(`${title} (LibreOffice is not installed)`, body);
}

/**
 * Converts files with a headless LibreOffice that has a profile of its own, so that runs side by side do not disturb one another.
 * `to` is an extension with an optional filter: `pdf`, `xlsx:Calc MS Excel 2007 XML`. Resolves to the written paths in the order of
 * `files`; rejects when one is missing, or when LibreOffice takes longer than `timeout` milliseconds.
 */
export async function convert(files: readonly string[], to: string, outDir: string, timeout = MINUTE): Promise<string[]> {
  mkdirSync(outDir, { recursive: true });
  const written = files.map((file) => join(outDir, `${basename(file, extname(file))}.${to.split(':', 1)[0]}`));
  for (const path of written) if (!files.includes(path)) rmSync(path, { force: true });
  const missing = () => written.filter((path) => !statSync(path, { throwIfNoEntry: false })?.size);
  const words = ['--convert-to', to, '--outdir', outDir, ...files];
  const said = await withOwnProfile(words, timeout);
  // Now and then LibreOffice aborts while it starts beside another one: once more is enough.
  if (missing().length > 0) await withOwnProfile(words, timeout);
  if (missing().length > 0) throw new Error(`[soffice] "${missing().join(', ')}": not written. ${said}`);
  return written;
}

/** As `convert`, with null for a file that LibreOffice does not open. Rejects where it opens none. */
export async function convertWhatOpens(files: readonly string[], to: string, outDir: string): Promise<(string | null)[]> {
  mkdirSync(outDir, { recursive: true });
  const written = files.map((file) => join(outDir, `${basename(file, extname(file))}.${to.split(':', 1)[0]}`));
  const found = () => written.map((path) => (existsSync(path) ? path : null));
  const words = ['--convert-to', to, '--outdir', outDir, ...files];
  for (let attempt = 0; attempt < 2 && found().every((path) => path === null); attempt++) await withOwnProfile(words, MINUTE);
  if (found().every((path) => path === null)) throw new Error(`[soffice] "${outDir}": nothing written`);
  return found();
}

const withOwnProfile = (words: readonly string[], timeout: number): Promise<string> => withProfile((soffice) => soffice(words, timeout));

/** Calls a headless LibreOffice; gives what it said. */
type Soffice = (words: readonly string[], timeout?: number) => Promise<string>;

/** A profile of its own for the calls of one piece of work. */
export async function withProfile<T>(work: (soffice: Soffice, profile: string) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'phuluc-soffice-'));
  const always = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore'];
  try {
    return await work((words, timeout = MINUTE) => run('soffice', [...always, ...words], timeout), profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Draws each page of a PDF as a PNG in `outDir` and returns the paths in the order of the pages. */
export function renderPdf(pdf: string, outDir: string, dotsPerInch = 60): string[] {
  mkdirSync(outDir, { recursive: true });
  const stem = basename(pdf, '.pdf');
  const { status, stderr } = spawnSync('pdftoppm', ['-png', '-r', String(dotsPerInch), pdf, join(outDir, stem)], {
    encoding: 'utf8',
    timeout: MINUTE,
  });
  if (status !== 0) throw new Error(`[pdftoppm] "${pdf}": ${stderr}`);
  const pages = readdirSync(outDir).filter((name) => name.startsWith(`${stem}-`) && name.endsWith('.png'));
  return pages.sort().map((name) => join(outDir, name));
}

function run(command: string, words: readonly string[], timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    // soffice is a script around the real program: only its group can be ended as a whole.
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const timer = setTimeout(() => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
      reject(new Error(`[${command}] did not end within ${timeout} ms. ${said}`));
    }, timeout);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      resolve(said);
    });
  });
}

function inPath(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, command)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { setFlagsFromString } from 'node:v8';
import { unavailableSentence } from '../functions/store/unavailable-sentence.ts';
import { isNoThread } from '../templates/beside/no-thread.ts';
import { HELP } from './help.ts';
import { printable } from './printable.ts';
import { WrongCall } from './wrong-call.ts';

/**
 * The V8 of Node 20 compiles early what is called much, and a command ends before that pays: so it does it later. Newer ones wait by
 * themselves. It also puts what outlived the first collections of a small heap where it collects seldom: cells of a workbook do so, and of
 * a large folder they then fill the memory (docs/decisions/2026-11-29-what-reading-costs.md has the figures).
 */
if (process.versions.v8.startsWith('11.')) {
  setFlagsFromString('--interrupt-budget=300000');
  setFlagsFromString('--no-allocation-site-pretenuring');
}

type Command = (args: readonly string[]) => Promise<number>;

/** Each subcommand is loaded when called, so that `--help` starts in a blink. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  forms: async () => (await import('./forms.ts')).forms,
  check: async () => (await import('./check.ts')).check,
  consolidate: async () => (await import('./consolidate.ts')).consolidateFolder,
  report: async () => (await import('./report.ts')).report,
  honours: async () => (await import('./honours.ts')).honours,
  verify: async () => (await import('./verify.ts')).verify,
  handout: async () => (await import('./handout.ts')).handout,
  keys: async () => (await import('./keys.ts')).keys,
  settings: async () => (await import('./settings.ts')).settings,
  backup: async () => (await import('./backup.ts')).backup,
  'backup-code': async () => (await import('./backup-code.ts')).backupCode,
  plan: async () => (await import('./plan.ts')).plan,
  restore: async () => (await import('./restore.ts')).restore,
  'restore-drill': async () => (await import('./restore-drill.ts')).restoreDrill,
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || [name, ...args].some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    process.stdout.write(`${(await import('../package.json', { with: { type: 'json' } })).default.version}\n`);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new WrongCall(`Không có lệnh “${name}”. Các lệnh: ${Object.keys(COMMANDS).join(', ')}. Xem: phuluc --help`);
  return (await load())(args);
}

/** Why a result did not get out, which makes it no success. */
let unwritten: Error | null = null;
/** A reader that went away (| head) is no error of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  unwritten = error;
});
/** A note that nobody can be told ends nothing. */
process.stderr.on('error', () => {});

main(process.argv.slice(2)).then(end, (error: unknown) => {
  process.stderr.write(`${isNamed(error, 'WrongCall') ? printable(error.message) : breakdown(error)}\n`);
  end(isNamed(error, 'WrongCall') ? 2 : 1);
});

/** By its name: a command that was bundled apart has a class of its own (tools/bundle.mjs). */
const isNamed = (error: unknown, name: 'WrongCall' | 'PlanRefused' | 'StoreUnavailable'): error is Error =>
  error instanceof Error && error.name === name;

/**
 * Ends once all is written, or could not be (which is told a turn later), at once and for good: what the program's end would tidy up
 * includes connections to a store, and the last one that is closed removes the log, which a server that has just been killed needs at its
 * next start.
 */
function end(code: number): void {
  const last = (): void => {
    if (unwritten === null) process.exit(code);
    process.stderr.write(`${breakdown(unwritten)}\n`, () => process.exit(1));
  };
  process.stdout.write('', () => process.stderr.write('', () => setImmediate(last)));
}

function breakdown(error: unknown): string {
  if (isNamed(error, 'PlanRefused')) return error.message.split('\n').map(printable).join('\n');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && 'fault' in error) return `${error.message}.`; // StoreRefused says it all
  if (isNamed(error, 'StoreUnavailable')) return unavailableSentence(error);
  if (code === 'ENOSPC') return 'Ổ đĩa đã đầy nên không ghi được kết quả. Giải phóng dung lượng rồi chạy lại.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return notAllowed(error as NodeJS.ErrnoException);
  if (isNoThread(error))
    return 'Hệ thống không cho chạy thêm luồng. Dừng bớt chương trình khác, hoặc nâng giới hạn (ulimit -u, ulimit -n) rồi chạy lại.';
  if (process.env.PHULUC_DEBUG && error instanceof Error) return error.stack ?? error.message;
  return `Chương trình dừng vì lỗi ngoài dự kiến${code ? ` (${code})` : ''}: ${error instanceof Error ? error.message : String(error)}. Chạy lại với PHULUC_DEBUG=1 để xem chi tiết.`;
}

/** Under the name that the caller knows: a result is written beside its place first. */
function notAllowed({ path = '' }: NodeJS.ErrnoException): string {
  const place = printable(path.replace(/\.\d+\.tmp$/, ''));
  return `Không có quyền đọc, ghi “${place}”. Kiểm tra quyền của tệp và thư mục, hoặc chọn chỗ khác.`;
}

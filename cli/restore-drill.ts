import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatCount } from '../core/format.ts';
import { backupLines, writeBackup } from '../functions/jobs/backup-file.ts';
import { parseCall } from './options.ts';
import { mustBeReadable } from './read-file.ts';
import { restore } from './restore.ts';
import { storageOf, withStore } from './storage.ts';
import { WrongCall } from './wrong-call.ts';

const HOUR = 3_600_000;

/**
 * `phuluc restore-drill`: restores a backup, the newest unless one is named, into a folder that is removed afterwards, and holds what came
 * back against the backup, document by document. The storage in use is only asked for its seal.
 */
export async function restoreDrill(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['code']);
  const [named, extra] = rest;
  if (extra !== undefined) throw new WrongCall(`Không hiểu “${extra}”. Xem: phuluc --help`);
  const file = named ?? newestBackup();
  mustBeReadable(file);
  const started = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-dien-tap-'));
  try {
    const data = join(folder, 'kho');
    const restored = await restore([file, '--data', data, ...(values.code === undefined ? [] : ['--code', values.code])]);
    if (restored !== 0) return restored;
    const again = join(folder, 'lan-hai.ndjson');
    await withStore(storageOf(data), (store) => writeBackup(store, again));
    return tell(await compared(file, again), { file, started });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Compared {
  readonly documents: number;
  /** The number of the first document that differs; null where none does. */
  readonly firstOther: number | null;
}

/** Their documents side by side; the first and the last line of a backup are about itself. */
async function compared(one: string, other: string): Promise<Compared> {
  const lines = documentsOf(other);
  let documents = 0;
  for await (const line of documentsOf(one)) {
    documents += 1;
    if ((await lines.next()).value !== line) return { documents, firstOther: documents };
  }
  return { documents, firstOther: (await lines.next()).done ? null : documents + 1 };
}

async function* documentsOf(file: string): AsyncGenerator<string, undefined> {
  let held: string | null = null;
  let number = 0;
  for await (const line of backupLines(file)) {
    if (held !== null && number > 1) yield held;
    held = line;
    number += 1;
  }
}

function tell({ documents, firstOther }: Compared, { file, started }: { readonly file: string; readonly started: number }): number {
  if (firstOther !== null) {
    process.stderr.write(
      `Kho khôi phục khác bản sao lưu từ bản ghi thứ ${formatCount(firstOther)}. Giữ nguyên kho đang dùng và báo người hỗ trợ.\n`,
    );
    return 1;
  }
  const ageHours = Math.floor((Date.now() - statSync(file).mtimeMs) / HOUR);
  const seconds = ((Date.now() - started) / 1000).toFixed(1).replace('.', ',');
  process.stdout.write(
    `Diễn tập đạt: ${formatCount(documents)} bản ghi trở lại giống từng byte, trong ${seconds} giây. Bản sao lưu ghi cách đây ${formatCount(ageHours)} giờ; kho thử đã xóa, kho đang dùng không bị đụng đến.\n`,
  );
  return 0;
}

/** Of the folder in which the server leaves its own every day. */
function newestBackup(): string {
  const storage = storageOf(undefined);
  const folder = process.env.PHULUC_BACKUP || (storage.PHULUC_STORAGE === 'embedded' ? join(storage.PHULUC_DATA, 'backups') : null);
  if (folder === null) throw new WrongCall('Nêu một tệp sao lưu. Ví dụ: phuluc restore-drill sao-luu.ndjson.gz');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ndjson(?:\.gz)?$/.test(name)) : [];
  const [newest] = files.map((name) => join(folder, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (newest === undefined) throw new WrongCall(`Không có bản sao lưu nào trong “${folder}”. Nêu tệp: phuluc restore-drill TỆP`);
  return newest;
}

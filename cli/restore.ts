import { existsSync } from 'node:fs';
import { formatCount } from '../core/format.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { BackupTooLong, backupLines } from '../functions/jobs/backup-file.ts';
import type { Environment } from '../functions/settings.ts';
import type { Inspected } from '../functions/store/inspect-backup.ts';
import { knownSeals } from '../functions/store/known-seals.ts';
import { embeddedFile, openStore, openToRestore, type Store } from '../functions/store/open-store.ts';
import { replaceEmbedded } from '../functions/store/replace-embedded.ts';
import { type RestoreFailure, restoreStore, verifiedBackup } from '../functions/store/restore.ts';
import { SEAL_PARTITION, SealCode, sealId } from '../functions/store/seal.ts';
import { parseCall } from './options.ts';
import { mustBeReadable } from './read-file.ts';
import { restoreRefusal } from './restore-refusal.ts';
import { storageName, storageOf } from './storage.ts';
import { WrongCall } from './wrong-call.ts';

/**
 * `phuluc restore`: brings a backup into a storage that holds nothing; `--replace` puts it in the place of what an embedded one holds. It
 * is believed by the seal of a store that is at hand, or by `--code`; anything else only by `--unverified`.
 */
export async function restore(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['data', 'replace', 'code', 'unverified']);
  const [file, extra] = rest;
  if (file === undefined || extra !== undefined)
    throw new WrongCall('Nêu một tệp sao lưu. Ví dụ: phuluc restore phuluc-2026-11-24.ndjson.gz --data .data');
  mustBeReadable(file);
  const storage = storageOf(values.data);
  if (storage.PHULUC_STORAGE === 'tables' && values.replace)
    throw new WrongCall('--replace chỉ dùng cho kho nhúng. Đặt PHULUC_TABLE là tên bảng mới rồi khôi phục vào đó.');
  if (!values.replace && !(await isEmpty(storage))) throw new WrongCall(notEmpty(storageName(storage)));

  const codes = await codesAtHand(values.code, storage);
  const refuse = (why: RestoreFailure | 'damaged' | 'in-use'): number => {
    process.stderr.write(`${restoreRefusal(why, { file, place: storageName(storage), stores: codes.map(sealId) })}\n`);
    return 1;
  };
  const backup = await readable(() => verifiedBackup(() => backupLines(file), { codes, unverified: values.unverified === true }));
  if (!backup.ok) return refuse(backup.error);
  const fill = (store: Store) => readable(() => restoreStore(store, () => backupLines(file), backup.value));
  const done =
    storage.PHULUC_STORAGE === 'embedded' ? await intoFile(embeddedFile(storage.PHULUC_DATA), fill) : await intoTable(storage, fill);
  if (!done.ok) return refuse(done.error);
  tell(backup.value, file, storageName(storage));
  if (done.value !== null) process.stdout.write(`Kho trước đó còn ở ${done.value}\n`);
  return 0;
}

type Failure = RestoreFailure | 'damaged' | 'in-use';
type Fill = (store: Store) => Promise<Result<unknown, RestoreFailure | 'damaged'>>;

/** Gives where the store that was there before has gone. */
async function intoFile(path: string, fill: Fill): Promise<Result<string | null, Failure>> {
  const replaced = await replaceEmbedded(path, new Date(), (store) => fill({ table: store, files: store.files }));
  return replaced.ok ? ok(replaced.value.before) : replaced;
}

async function intoTable(storage: Environment, fill: Fill): Promise<Result<null, Failure>> {
  const store = await openToRestore(storage);
  const done = await fill(store).finally(() => store.table.close());
  return done.ok ? ok(null) : done;
}

/** Secrets that may have sealed it: the one that is told, else those of the storage it goes to, of the one that the environment names. */
async function codesAtHand(code: string | undefined, storage: Environment): Promise<readonly SealCode[]> {
  if (code === undefined) return [...(await knownSeals(storage)), ...(await sealsOfEnvironment())];
  const given = SealCode.safeParse(code.trim());
  if (!given.success) throw new WrongCall('--code không phải mã niêm phong. Xem mã của kho: phuluc backup-code');
  return [given.data];
}

/** An environment that names no storage rightly is none that a backup could be known by. */
async function sealsOfEnvironment(): Promise<readonly SealCode[]> {
  try {
    return await knownSeals(storageOf(undefined));
  } catch (wrong) {
    if (wrong instanceof WrongCall) return [];
    throw wrong;
  }
}

async function isEmpty(storage: Environment): Promise<boolean> {
  if (storage.PHULUC_STORAGE === 'embedded' && !existsSync(embeddedFile(storage.PHULUC_DATA))) return true;
  const { table } = await openStore(storage);
  return (await table.partitions().finally(() => table.close())).every((partition) => partition === SEAL_PARTITION);
}

/** Reads the file; what zlib says of a packed one that is cut off, and what is longer than any backup, is damage. */
async function readable<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | 'damaged'>> {
  try {
    return await work();
  } catch (failure) {
    const isZlib = failure instanceof Error && 'code' in failure && String(failure.code).startsWith('Z_');
    if (isZlib || failure instanceof BackupTooLong) return failed('damaged');
    throw failure;
  }
}

function tell({ documents, code, keys, unreadable, spoilt }: Inspected, file: string, place: string): void {
  process.stdout.write(`Đã khôi phục ${formatCount(documents)} bản ghi từ ${file} vào ${place}\n`);
  if (code === null)
    process.stderr.write(
      `Chưa xác minh được bản sao lưu này là của kho nào và còn nguyên như khi ghi. Trong đó có ${formatCount(keys)} mã truy cập: xem phuluc keys list và thu hồi mã lạ trước khi chạy máy chủ.\n`,
    );
  if (unreadable > 0)
    process.stderr.write(
      `${formatCount(unreadable)} bản ghi đã không đọc được từ khi sao lưu; máy chủ báo như ở kho trước. Nếu còn bản sao lưu cũ hơn thì xem ở đó.\n`,
    );
  if (spoilt > 0) process.stderr.write(`${formatCount(spoilt)} bản ghi không đúng cấu trúc được giữ như trong bản sao lưu.\n`);
}

const notEmpty = (place: string): string =>
  `Kho ở ${place} đã có dữ liệu nên không khôi phục đè. Chọn thư mục khác sau --data, hoặc thêm --replace để thay (kho cũ được giữ lại với tên khác).`;

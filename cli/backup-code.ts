import { sealOf } from '../functions/store/seal.ts';
import { parseCall } from './options.ts';
import { storageName, storageOf, withTable } from './storage.ts';
import { WrongCall } from './wrong-call.ts';

/**
 * `phuluc backup-code`: what the storage seals its backups with, alone on stdout; needed to restore one where the storage is not at hand.
 */
export async function backupCode(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['data']);
  if (rest.length > 0) throw new WrongCall(`Không hiểu “${rest[0]}”. Xem: phuluc --help`);
  const storage = storageOf(values.data);
  process.stdout.write(`${await withTable(storage, sealOf)}\n`);
  process.stderr.write(
    `Mã niêm phong của kho ở ${storageName(storage)}. Cất riêng với bản sao lưu, giữ kín như mã truy cập: ai có mã này có thể làm giả bản sao lưu.\n`,
  );
  return 0;
}

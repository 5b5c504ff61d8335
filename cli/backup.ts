import { formatCount } from '../core/format.ts';
import { writeBackup } from '../functions/jobs/backup-file.ts';
import type { Environment } from '../functions/settings.ts';
import { embeddedFile } from '../functions/store/open-store.ts';
import { unreadableRowCount } from '../functions/store/sound-row.ts';
import { storePlace } from '../functions/store/store-place.ts';
import { needed, parseCall } from './options.ts';
import { outputFault } from './output.ts';
import { storageName, storageOf, withStore } from './storage.ts';
import { WrongCall } from './wrong-call.ts';

/** `phuluc backup`: the whole storage as one file, packed where its name ends in `.gz`; the server may go on running. */
export async function backup(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['out', 'data']);
  if (rest.length > 0) throw new WrongCall(`Không hiểu “${rest[0]}”. Xem: phuluc --help`);
  const [file, storage] = [needed(values.out, 'out'), storageOf(values.data)];
  if (isOfStore(file, storage)) throw new WrongCall(`“${file}” là tệp của kho đang dùng. Nêu tên tệp khác sau --out.`);
  const { documents, spoilt } = await withStore(storage, async (store) => ({
    documents: await writeBackup(store, file).catch((error: unknown) => {
      throw outputFault(file, error);
    }),
    spoilt: unreadableRowCount(store.table),
  }));
  process.stdout.write(`Đã sao lưu ${formatCount(documents)} bản ghi từ ${storageName(storage)} vào ${file}\n`);
  process.stdout.write('Khôi phục ở máy không có kho này cần mã niêm phong của kho: phuluc backup-code\n');
  if (spoilt > 0)
    process.stderr.write(
      `${formatCount(spoilt)} bản ghi trong kho không đọc được; bản sao chỉ ghi là không đọc được. Nhật ký của máy chủ nêu tên từng bản ghi. Giữ lại bản sao cũ hơn.\n`,
    );
  return 0;
}

/** Whether a path is that of a file of the embedded store itself: a backup put there would be the end of it. */
function isOfStore(path: string, storage: Environment): boolean {
  if (storage.PHULUC_STORAGE !== 'embedded') return false;
  const { signed } = storePlace(embeddedFile(storage.PHULUC_DATA));
  const { file } = storePlace(path);
  return signed.some((own) => file === own || file.startsWith(`${own}-`) || file.startsWith(`${own}.`));
}

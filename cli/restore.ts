import { existsSync } from 'node:fs';
import { formatCount } from '../core/format.ts';
import { failed, type Result } from '../core/result.ts';
import { backupLines } from '../functions/jobs/backup-file.ts';
import { embeddedFile, openTable } from '../functions/store/open-table.ts';
import { replaceEmbedded } from '../functions/store/replace-embedded.ts';
import { restoreStore } from '../functions/store/restore.ts';
import type { Table } from '../functions/store/table.ts';
import { parseCall } from './options.ts';
import { placeOf, storageOf, withTable } from './storage.ts';
import { WrongCall } from './wrong-call.ts';

/** `phuluc restore`: brings a backup into a storage that holds nothing; `--replace` puts it in the place of what an embedded one holds. */
export async function restore(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['data', 'replace']);
  const [file, extra] = rest;
  if (file === undefined || extra !== undefined)
    throw new WrongCall('Nêu một tệp sao lưu. Ví dụ: phuluc restore phuluc-2026-11-24.ndjson.gz --data .data');
  if (!existsSync(file)) throw new WrongCall(`Không có tệp “${file}”. Kiểm tra lại đường dẫn.`);
  const storage = storageOf(values.data);
  if (storage.PHULUC_STORAGE === 'tables') {
    if (values.replace) throw new WrongCall('--replace chỉ dùng cho kho nhúng. Đặt PHULUC_TABLE là tên bảng mới rồi khôi phục vào đó.');
    const table = await openTable(storage);
    return told(file, placeOf(storage), await intoEmpty(table, file).finally(() => table.close()));
  }
  const path = embeddedFile(storage.PHULUC_DATA);
  if (values.replace !== true && existsSync(path))
    return told(file, placeOf(storage), await withTable(storage, (table) => intoEmpty(table, file)));
  let documents = 0;
  const keepAs = `${path}.truoc-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const replaced = await replaceEmbedded(path, keepAs, async (table) => {
    const done = await filled(table, file);
    if (done.ok) documents = done.value;
    return done;
  });
  if (!replaced.ok) return told(file, placeOf(storage), replaced);
  const code = told(file, placeOf(storage), { ok: true, value: documents });
  if (replaced.value.before !== null) process.stdout.write(`Kho trước đó còn ở ${replaced.value.before}\n`);
  return code;
}

type Failure = 'damaged' | 'not-empty' | 'in-use';

async function intoEmpty(table: Table, file: string): Promise<Result<number, Failure>> {
  return (await isEmpty(table)) ? filled(table, file) : failed('not-empty');
}

const isEmpty = async (table: Table): Promise<boolean> => (await table.partitions()).length === 0;

async function filled(table: Table, file: string): Promise<Result<number, Failure>> {
  try {
    const done = await restoreStore(table, () => backupLines(file));
    return done.ok ? done : failed(done.error.kind === 'not-empty' ? 'not-empty' : 'damaged');
  } catch (failure) {
    // What zlib says of a packed file that is cut off or no such file.
    if (failure instanceof Error && 'code' in failure && String(failure.code).startsWith('Z_')) return failed('damaged');
    throw failure;
  }
}

function told(file: string, place: string, done: Result<number, Failure>): number {
  if (done.ok) {
    process.stdout.write(`Đã khôi phục ${formatCount(done.value)} bản ghi từ ${file} vào ${place}\n`);
    return 0;
  }
  if (done.error === 'not-empty') throw new WrongCall(notEmpty(place));
  process.stderr.write(
    done.error === 'in-use'
      ? `Kho ở ${place} đang được chương trình khác mở. Dừng máy chủ rồi chạy lại.\n`
      : `Tệp “${file}” không phải bản sao lưu hoặc đã hỏng, thiếu; kho giữ nguyên. Dùng bản sao lưu khác.\n`,
  );
  return 1;
}

const notEmpty = (place: string): string =>
  `Kho ở ${place} đã có dữ liệu nên không khôi phục đè. Chọn thư mục khác sau --data, hoặc thêm --replace để thay (kho cũ được giữ lại với tên khác).`;

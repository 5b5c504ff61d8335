import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Environment } from '../functions/settings.ts';
import { embeddedFile, openStore, type Store } from '../functions/store/open-store.ts';
import { storeTraces } from '../functions/store/store-file.ts';
import { storePlace } from '../functions/store/store-place.ts';
import type { Table } from '../functions/store/table.ts';
import { WrongCall } from './wrong-call.ts';

/** As `npm start` has it: `.data` in the checkout. This file is bundled into a folder of the checkout, as deep as its source. */
const DATA = fileURLToPath(new URL('../.data', import.meta.url));

/** The storage that a call works on: the embedded one in `data`, else the one that the environment names, else `.data`. */
export function storageOf(data: string | undefined): Environment {
  const embedded = { PHULUC_STORAGE: 'embedded', PHULUC_DATA: data ?? (process.env.PHULUC_DATA || DATA) };
  const named = data === undefined && process.env.PHULUC_STORAGE !== undefined;
  const parsed = Environment.safeParse(named ? { ...process.env, PHULUC_DATA: embedded.PHULUC_DATA } : { ...process.env, ...embedded });
  if (parsed.success) return parsed.data;
  // Without the value: it may be a connection string.
  throw new WrongCall(`Biến môi trường ${parsed.error.issues[0]?.path.join('.')} chưa đúng. Sửa lại rồi chạy lại.`);
}

/** Where it is, to say so; nothing of a connection string. */
export const storageName = (storage: Environment): string =>
  storage.PHULUC_STORAGE === 'embedded' ? storage.PHULUC_DATA : `bảng ${storage.PHULUC_TABLE}`;

/** Does something with a storage that is there; a folder without a store is a slip of the pen and is not made one. */
export async function withStore<T>(storage: Environment, work: (store: Store) => Promise<T>): Promise<T> {
  if (storage.PHULUC_STORAGE === 'embedded' && !isThere(embeddedFile(storage.PHULUC_DATA)))
    throw new WrongCall(
      `Không có kho dữ liệu trong “${storage.PHULUC_DATA}”. Kiểm tra --data hoặc biến PHULUC_DATA; kho được tạo khi máy chủ chạy lần đầu.`,
    );
  const store = await openStore(storage);
  return work(store).finally(() => store.table.close());
}

/** The same with its documents alone. */
export const withTable = <T>(storage: Environment, work: (table: Table) => Promise<T>): Promise<T> =>
  withStore(storage, ({ table }) => work(table));

/** A store whose file is gone is there too: opening it says what is missing. Throws where nobody may look. */
const isThere = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false }) !== undefined || storeTraces(storePlace(path)).length > 0;

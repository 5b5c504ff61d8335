import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '../../core/result.ts';
import { type PlanFiles, planFilesOf } from '../../seeds/chosen-plan.ts';

/** Where a server of this machine listens and keeps things. */
export interface StartOptions {
  /** Null: the usual one, or a free one where that is taken. */
  readonly port: number | null;
  /** The network address to listen at. */
  readonly address: string;
  readonly data: string;
  readonly storage: 'embedded' | 'azurite';
  /** The files of another plan and of its agencies. */
  readonly planFiles: PlanFiles;
  /** The file that keeps the access keys of this machine's agencies. */
  readonly keysFile: string;
  /** Whether the pane's self-test page is served: test equipment, for whoever tries the pane in an Excel that we do not have. */
  readonly selfTest: boolean;
}

const LOOPBACK = '127.0.0.1';
const USAGE =
  'Cách dùng: npm start [-- --storage embedded|azurite --plan TỆP --agencies TỆP --self-test --made-up]. Cổng: biến PORT; thư mục dữ liệu: biến PHULUC_DATA.';

/** Reads the words of the call and the environment; the error is a sentence for whoever called. */
export function startOptions(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<StartOptions, string> {
  const called = wordsOf(words);
  if (!called) return failed(USAGE);
  const { storage = 'embedded', 'self-test': selfTest = false, ...files } = called;
  if (storage !== 'embedded' && storage !== 'azurite') return failed(`Không có kho dữ liệu “${storage}”. ${USAGE}`);
  const { PORT = '', PHULUC_DATA, PHULUC_HOST, PHULUC_KEYS } = environment;
  if (!/^\d*$/.test(PORT) || Number(PORT) > 65_535) return failed(`PORT là “${PORT}”, không phải số cổng. Đặt một số từ 1 đến 65535.`);
  return ok({
    port: PORT === '' ? null : Number(PORT),
    address: PHULUC_HOST || LOOPBACK,
    data: PHULUC_DATA || '.data',
    storage,
    planFiles: planFilesOf(files, environment),
    keysFile: PHULUC_KEYS || 'out/demo/keys.json',
    selfTest,
  });
}

const OPTIONS = {
  storage: { type: 'string' },
  plan: { type: 'string' },
  agencies: { type: 'string' },
  'self-test': { type: 'boolean' },
} as const;

function wordsOf(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS }).values;
  } catch {
    return null;
  }
}

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeWhole } from '../cli/output.ts';
import { version } from '../functions/http/version.ts';
import { madeManifest } from './manifest/made.ts';

// npm run manifest -- --base-url https://MÁY-CHỦ --out TỆP [--id GUID] [--display-name TÊN]: the add-in's manifest for a server.
const USAGE = `Tạo tệp khai báo bổ trợ Excel (manifest) cho một máy chủ.

Cách dùng: npm run manifest -- --base-url https://TÊN-MÁY-CHỦ --out TỆP.xml
  --base-url ĐỊA-CHỈ    gốc của máy chủ, nơi có các trang và /api
  --out TỆP             nơi ghi tệp khai báo
  --id GUID             mã riêng cho bản chạy thử cạnh bản chính; biểu chỉ tự mở ngăn của bản mang mã mặc định
  --self-test           nút mở trang tự kiểm tra thay cho ngăn (máy chủ chạy bằng npm start -- --self-test); cần --id riêng
  --display-name TÊN    tên hiện trong Excel (mặc định: Phụ lục số)`;

const options = {
  'base-url': { type: 'string' },
  out: { type: 'string' },
  id: { type: 'string' },
  'display-name': { type: 'string' },
  'self-test': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

process.exitCode = run(process.argv.slice(2));

function run(args: string[]): number {
  const words = wordsOf(args);
  if (words?.help) {
    console.log(USAGE);
    return 0;
  }
  const { 'base-url': baseUrl, out, id, 'display-name': displayName, 'self-test': selfTest = false } = words ?? {};
  if (!baseUrl || !out || (selfTest && !id)) {
    console.error(USAGE);
    return 2;
  }
  const template = readFileSync(new URL('../manifest.xml', import.meta.url), 'utf8');
  const made = madeManifest(template, { baseUrl, id, displayName, version, selfTest });
  if (!made.ok) {
    console.error(made.error);
    return 2;
  }
  try {
    writeWhole(out, made.value);
  } catch (error) {
    console.error(`Không ghi được ${out}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  console.log(`Đã ghi ${out} cho ${new URL(baseUrl).origin}.`);
  return 0;
}

/** Null where an option is unknown or lacks its value. */
function wordsOf(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch {
    return null;
  }
}

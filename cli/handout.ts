import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatCount } from '../core/format.ts';
import { contactLine } from '../core/wording/contact.ts';
import { shortPeriodName } from '../core/wording/period-names.ts';
import { periodContextOf } from '../functions/periods/period-context.ts';
import { handOut } from '../functions/reports/hand-out.ts';
import { loadContext, periodOf } from './context.ts';
import { contextIn } from './context-in.ts';
import { needed, parseCall } from './options.ts';
import { inFolder, outputFolder, writeWhole } from './output.ts';
import { progress } from './progress.ts';
import { storageOf, withTable } from './storage.ts';
import { withWriter } from './write-documents.ts';
import { WrongCall } from './wrong-call.ts';

/** As it stands in the audit: whoever may run commands on the server is not known by name here. */
const BY = 'phuluc handout';
const ADDRESS = /^https?:\/\/[^/\s]+$/;

/** `phuluc handout`: forms and letters with new one-time codes, a folder an agency, on the storage of a server that may go on. */
export async function handout(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['period', 'out', 'agency', 'data', 'address', 'plan', 'agencies']);
  if (rest.length > 0) throw new WrongCall(`Không hiểu “${rest[0]}”. Xem: phuluc --help`);
  const loaded = loadContext(values);
  const out = needed(values.out, 'out');
  const address = addressIn(values.address);
  const { count, period } = await withTable(storageOf(values.data), async (table) => {
    const at = new Date();
    const inForce = await contextIn(table, loaded);
    const period = periodOf(values.period, inForce);
    const context = await periodContextOf({ ...inForce, table, clock: () => at }, period);
    if (!context) throw new WrongCall(`Kho chưa mở kỳ ${shortPeriodName(period)}. Mở kỳ trên trang dành cho cơ quan tổng hợp trước.`);
    if (context.row.state !== 'open')
      throw new WrongCall(`Kỳ ${shortPeriodName(period)} đã khóa nên không giao biểu nữa. Mở lại kỳ, hoặc giao biểu của kỳ đang mở.`);
    const to = values.agency ?? context.obligations.agencies.map(({ id }) => id);
    const known = to.map((id) => {
      const agency = context.obligations.agency.get(id);
      if (!agency) throw new WrongCall(`Không có đơn vị “${id}” trong danh sách phải báo cáo. Kiểm tra lại mã đơn vị.`);
      return agency.id;
    });
    outputFolder(out);
    const shown = progress('Đang tạo biểu và thư', known.length);
    let files = 0;
    const contact = contactLine(context.settings.contact, context.agencies);
    const what = { ...context, to: known, address, contact, by: BY, at, nonce: randomUUID() };
    await withWriter(known.length, async (write) => {
      for await (const { path, bytes } of await handOut(table, what, write)) {
        const place = inFolder(out, path);
        mkdirSync(dirname(place), { recursive: true });
        writeWhole(place, bytes);
        shown.step(Math.min(known.length, Math.ceil(++files / 2)));
      }
    });
    shown.end();
    return { count: known.length, period };
  });
  process.stdout.write(`Đã tạo biểu và thư giao biểu kỳ ${shortPeriodName(period)} cho ${formatCount(count)} đơn vị trong ${out}\n`);
  process.stderr.write('Mỗi thư có một mã dùng một lần: chuyển cho đúng đơn vị, không để lại bản chép.\n');
  return 0;
}

/** Where agencies reach the pages: as the call says, else the environment, else where `npm start` serves on this machine. */
function addressIn(told: string | undefined): string {
  const address = told ?? (process.env.PHULUC_ADDRESS || servedHere());
  if (address === null || !ADDRESS.test(address))
    throw new WrongCall('Nêu địa chỉ trang nộp báo cáo sau --address hoặc biến PHULUC_ADDRESS. Ví dụ: --address https://phuluc.tinh.vn');
  return address;
}

function servedHere(): string | null {
  try {
    const { baseUrl } = JSON.parse(readFileSync(process.env.PHULUC_KEYS || 'out/demo/keys.json', 'utf8')) as { baseUrl?: unknown };
    return typeof baseUrl === 'string' ? baseUrl : null;
  } catch {
    return null; // no server was started here
  }
}

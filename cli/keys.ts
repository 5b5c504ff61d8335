import { Day } from '../core/day.ts';
import { formatCount, formatDate } from '../core/format.ts';
import { localDay, localTime } from '../core/local-day.ts';
import { personName } from '../core/person-name.ts';
import { type Agency, AgencyId } from '../core/plan/agency.ts';
import { issueKey, type KeyFor, type ListedKey, listKeys, revokeKey } from '../functions/identity/access-key.ts';
import { revokeCodes } from '../functions/identity/sign-in-code.ts';
import { LONGEST_LABEL } from '../functions/store/key-rows.ts';
import { type CommandContext, loadContext } from './context.ts';
import { contextIn } from './context-in.ts';
import { type Call, needed, parseCall } from './options.ts';
import { storageOf, withTable } from './storage.ts';
import { WrongCall } from './wrong-call.ts';

/** As it stands in the audit: whoever may run commands on the server is not known by name here. */
const BY = 'phuluc keys';
/** What a terminal would take for an order, or a line for two. */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** `phuluc keys list|issue|revoke|revoke-codes`: the access keys of the storage, and the one-time codes that become keys. */
export async function keys(args: readonly string[]): Promise<number> {
  const call = parseCall(args, ['data', 'json', 'label', 'user', 'until', 'read-only', 'reason', 'all', 'plan', 'agencies']);
  const [verb, ...rest] = call.rest;
  const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = {
    list,
    issue,
    revoke,
    'revoke-codes': takeCodesBack,
  };
  const run = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run)
    throw new WrongCall(
      'Nêu việc cần làm: keys list, keys issue ĐƠN-VỊ, keys revoke SỐ-HIỆU hoặc keys revoke-codes ĐƠN-VỊ. Xem: phuluc --help',
    );
  return run({ ...call, rest });
}

async function list({ values, rest }: Call): Promise<number> {
  if (rest.length > 0) throw new WrongCall(`Không hiểu “${rest[0]}”. Xem: phuluc --help`);
  const { plan } = loadContext(values);
  const all = await withTable(storageOf(values.data), listKeys);
  const moment = (text: string) => {
    const at = new Date(text);
    return `${localTime(at, plan.reporting.utcOffset)} ${formatDate(localDay(at, plan.reporting.utcOffset))}`;
  };
  const today = localDay(new Date(), plan.reporting.utcOffset);
  const stateOf = ({ revokedAt, until }: ListedKey): string => {
    if (revokedAt !== null) return `thu hồi ${moment(revokedAt)}`;
    if (until === null) return 'đang dùng';
    return until < today ? `hết hạn ${formatDate(until)}` : `đang dùng đến hết ${formatDate(until)}`;
  };
  const lines = all.map(
    (key) =>
      `${key.id}  ${key.agency.padEnd(10)}  cấp ${moment(key.issuedAt)}  ${stateOf(key)}${key.readOnly ? '  chỉ đọc nguồn dữ liệu' : ''}${[key.user, key.label].map((text) => (text === undefined ? '' : `  ${text}`)).join('')}`,
  );
  if (values.json) process.stdout.write(`${JSON.stringify(all, null, 1)}\n`);
  else process.stdout.write(`${(lines.length > 0 ? lines : ['Chưa cấp mã truy cập nào. Cấp: phuluc keys issue ĐƠN-VỊ']).join('\n')}\n`);
  return 0;
}

/** The key alone goes to stdout, this once; what is to be said about it goes to stderr. */
async function issue({ values, rest }: Call): Promise<number> {
  if (values.label !== undefined && (values.label.length > LONGEST_LABEL || UNSEEN.test(values.label)))
    throw new WrongCall(`Nhãn của khóa là một dòng chữ không quá ${LONGEST_LABEL} ký tự.`);
  const files = loadContext(values);
  const at = new Date();
  const whatFor = ({ id }: Agency, { plan }: CommandContext): KeyFor => ({
    agency: id,
    by: BY,
    at,
    ...(values.label !== undefined && { label: values.label }),
    ...(values.user !== undefined && { user: nameOf(values.user) }),
    ...(values.until !== undefined && { until: lastDay(values.until, localDay(at, plan.reporting.utcOffset)) }),
    ...(values['read-only'] && { readOnly: true }),
    ...(values.reason !== undefined && { reason: needed(values.reason, 'reason').trim() }),
  });
  const { key, id, agency } = await withTable(storageOf(values.data), async (table) => {
    const inForce = await contextIn(table, files);
    const owner = theAgency(rest, inForce);
    return { ...(await issueKey(table, whatFor(owner, inForce))), agency: owner };
  });
  process.stdout.write(`${key}\n`);
  process.stderr.write(
    `Khóa ${id} của ${agency.name} chỉ hiện một lần này; kho không giữ khóa. Chuyển cho đơn vị qua kênh an toàn, không gửi kèm tên hệ thống trong cùng một thư. Thu hồi: phuluc keys revoke ${id}\n`,
  );
  return 0;
}

async function revoke({ values, rest: [id, extra] }: Call): Promise<number> {
  if (id === undefined || extra !== undefined) throw new WrongCall('Nêu một mã khóa. Ví dụ: phuluc keys revoke 1a2b3c4d');
  const done = await withTable(storageOf(values.data), (table) => revokeKey(table, id, { by: BY, at: new Date() }));
  if (!done.ok) throw new WrongCall(`Không có mã truy cập nào mang số hiệu “${id}”. Xem các mã truy cập: phuluc keys list`);
  process.stdout.write(`Đã thu hồi mã truy cập ${id}. Máy chủ đang chạy từ chối mã này trong vòng 5 giây.\n`);
  return 0;
}

async function takeCodesBack({ values, rest: [id, extra] }: Call): Promise<number> {
  if (extra !== undefined || (id === undefined) !== (values.all === true))
    throw new WrongCall('Nêu một mã đơn vị, hoặc --all cho mọi đơn vị. Ví dụ: phuluc keys revoke-codes TEN-DON-VI');
  const files = loadContext(values);
  const revoked = await withTable(storageOf(values.data), async (table) => {
    const { agencies } = await contextIn(table, files);
    const owner = id === undefined ? null : AgencyId.safeParse(id);
    const taken = owner?.success === false ? [] : await revokeCodes(table, owner?.data ?? null, { by: BY, at: new Date() });
    if (id !== undefined && taken.length === 0) theAgency([id], { agencies });
    return taken;
  });
  const whose = id === undefined ? `${formatCount(new Set(revoked).size)} đơn vị` : id;
  process.stdout.write(
    revoked.length === 0
      ? 'Không có mã dùng một lần nào còn dùng được.\n'
      : `Đã thu hồi ${formatCount(revoked.length)} mã dùng một lần của ${whose}.\n`,
  );
  process.stderr.write('Mã đã đổi thành mã truy cập thì thu hồi mã truy cập đó: phuluc keys list, phuluc keys revoke SỐ-HIỆU\n');
  return 0;
}

function nameOf(text: string): string {
  const name = personName(text);
  if (name === '') throw new WrongCall('--user không có chữ nào. Ví dụ: --user "Nguyễn Văn A"');
  return name;
}

function lastDay(text: string, today: Day): Day {
  const day = Day.safeParse(text);
  if (!day.success) throw new WrongCall(`--until là “${text}”, không phải ngày. Ví dụ: --until 2026-12-31`);
  if (day.data < today) throw new WrongCall(`--until là ${formatDate(day.data)}, đã qua. Chọn ngày từ hôm nay trở đi.`);
  return day.data;
}

function theAgency([id, extra]: readonly string[], { agencies }: Pick<CommandContext, 'agencies'>): Agency {
  if (id === undefined || extra !== undefined) throw new WrongCall('Nêu một mã đơn vị. Ví dụ: phuluc keys issue TEN-DON-VI');
  const agency = agencies.find((one) => one.id === id);
  if (!agency) throw new WrongCall(`Không có đơn vị “${id}”. Kiểm tra lại mã đơn vị.`);
  return agency;
}

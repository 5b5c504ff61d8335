import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCount } from '../core/format.ts';
import { XLSX } from '../core/media-types.ts';
import { call, expectStatus, jsonOf } from './call.ts';
import type { MadeUpFile, MadeUpInbox } from './made-up/inbox.ts';
import { say, seconds } from './say.ts';
import { type DemoServer, startDemoServer } from './server.ts';
import { receiptOf, reportPath, upload, uploadAll } from './uploads.ts';

export interface HttpPart {
  /** The office that adds up. */
  readonly office: string;
  readonly inbox: MadeUpInbox;
  /** The folder of the workbooks. */
  readonly sent: string;
  /** What the command line made of the same workbooks: both ways must agree. */
  readonly matrixFile: string;
  /** Where the results go. */
  readonly out: string;
}

/**
 * The same period once more as it will be lived: agencies submit over HTTP at once, the office closes the period and takes the appendix.
 */
export async function overHttp({ office, inbox, sent, matrixFile, out }: HttpPart): Promise<void> {
  const data = join(out, 'du-lieu');
  mkdirSync(out, { recursive: true });
  const starting = Date.now();
  const server = await startDemoServer({ data, logFile: join(out, 'may-chu.log') });
  say(`Máy chủ tại ${server.baseUrl}, kho dữ liệu Azurite: sẵn sàng sau ${seconds(starting)}.`);
  try {
    await submitAll(server, inbox, sent, out);
    await race(server, inbox, sent);
    await consolidate(server, inbox, { office, matrixFile, out });
    await close(server, inbox, { office, sent });
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function submitAll(server: DemoServer, inbox: MadeUpInbox, sent: string, out: string): Promise<void> {
  const started = Date.now();
  const { receipts, returned, repeated, slowestMs } = await uploadAll(server, inbox, sent);
  writeFileSync(join(out, 'bien-nhan.json'), `${JSON.stringify(receipts, null, 2)}\n`);
  say(
    `Các đơn vị nộp cùng lúc: ${formatCount(receipts.length)} biên nhận, ${returned.length} tệp bị trả lại kèm lỗi; ${seconds(started)}, lâu nhất ${(slowestMs / 1000).toFixed(1).replace('.', ',')} giây.`,
  );
  say(`${repeated} đơn vị gửi lại vì mất đường truyền: nhận đúng biên nhận cũ, không thêm lần nộp nào.`);
}

/** Two computers of one agency send a correction at the same moment. */
async function race(server: DemoServer, inbox: MadeUpInbox, sent: string): Promise<void> {
  const { agency, name } = counted(inbox);
  const bytes = readFileSync(join(sent, name));
  const answers = await Promise.all([1, 1].map((version) => call(server, agency, reportPath(inbox, agency), upload(bytes, version))));
  const [won, lost] = answers.sort((one, other) => one.status - other.status);
  if (!won || !lost) return;
  const receipt = receiptOf(expectStatus(won, 201, 'race'));
  expectStatus(lost, 412, 'race');
  say(`Hai máy của ${agency} cùng nộp bản sửa: một bản được nhận (lần nộp ${receipt.version}), bản kia được báo đã có lần nộp khác.`);
}

async function consolidate(
  server: DemoServer,
  inbox: MadeUpInbox,
  { office, matrixFile, out }: Pick<HttpPart, 'office' | 'matrixFile' | 'out'>,
): Promise<void> {
  const started = Date.now();
  const matrix = expectStatus(
    await call(server, office, `/periods/${inbox.period}/matrix`, { headers: { Accept: 'application/json' } }),
    200,
    'matrix',
  );
  const appendix = expectStatus(
    await call(server, office, `/periods/${inbox.period}/appendix`, { headers: { Accept: XLSX } }),
    200,
    'appendix',
  );
  writeFileSync(join(out, 'matrix.json'), matrix.bytes);
  writeFileSync(join(out, `phu-luc-tong-hop-${inbox.period}.xlsx`), appendix.bytes);
  const { agencies } = jsonOf(matrix);
  say(`Đã nhận ${agencies.received}/${agencies.obliged} đơn vị; lấy ma trận và phụ lục: ${seconds(started)}.`);
  const same = agreeing(jsonOf(matrix).indicators, JSON.parse(readFileSync(matrixFile, 'utf8')).indicators);
  say(`Ma trận của máy chủ khớp với bản tổng hợp từ thư mục: ${same}/${same} chỉ tiêu.`);
}

interface IndicatorRow {
  readonly id: string;
  readonly result: unknown;
  readonly coverage: unknown;
  readonly verdict: string;
}

/** How many rows both ways give; throws where one differs. */
function agreeing(served: readonly IndicatorRow[], read: readonly IndicatorRow[]): number {
  const facts = ({ id, result, coverage, verdict }: IndicatorRow): string => JSON.stringify({ id, result, coverage, verdict });
  const other = served.find((row, k) => !read[k] || facts(row) !== facts(read[k]));
  if (other || served.length !== read.length)
    throw new Error(`[matrix] "${other?.id}": server and command line differ: ${other && facts(other)}`);
  return served.length;
}

async function close(server: DemoServer, inbox: MadeUpInbox, { office, sent }: Pick<HttpPart, 'office' | 'sent'>): Promise<void> {
  expectStatus(await call(server, office, `/periods/${inbox.period}/close`, { method: 'POST' }), 200, 'close');
  const { agency, name } = counted(inbox);
  const late = upload(readFileSync(join(sent, name)), 2);
  expectStatus(await call(server, agency, reportPath(inbox, agency), late), 409, 'submit after the close');
  expectStatus(await call(server, office, `/public/${inbox.period}`), 404, 'public before it is published');
  expectStatus(await call(server, office, `/periods/${inbox.period}/publish`, { method: 'POST' }), 200, 'publish');
  const open = jsonOf(expectStatus(await call(server, office, `/public/${inbox.period}`), 200, 'public'));
  say(`Đã khóa kỳ: bản nộp sau đó bị từ chối. Đã công bố ${open.indicators.length} chỉ tiêu, không kèm số liệu của từng đơn vị.`);
}

/** An agency that sent one workbook, a right one. */
function counted(inbox: MadeUpInbox): MadeUpFile {
  const found = inbox.files.find(({ counts, kind }) => counts && kind === null);
  if (!found) throw new Error('[demo] "inbox": nobody sent a right workbook');
  return found;
}

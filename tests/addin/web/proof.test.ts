import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { proofHash } from '../../../addin/ui/proof-address.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { obligationsIn, TINH_KHE } from '../../support/a-form.ts';
import { aService, type Service } from '../../support/a-service.ts';
import { aReport } from '../../support/an-api.ts';
import { seriousFaults } from '../../support/axe.ts';
import { aBrowser, type Chromium, pictureOf, type Visit } from '../../support/browser.ts';
import { paintsLate } from '../../support/late-painting.ts';
import { lookFaults } from '../../support/look-faults.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WRONG = '0'.repeat(64);

let service: Service;
let chromium: Chromium;
let first: Uint8Array;
let second: Uint8Array;
let receipts: { id: string; sha256: string }[];

const aWorkbook = (satisfied: number) =>
  buildForm({ obligations: obligationsIn('2026'), agency: TINH_KHE, values: formValuesOf(aReport(TINH_KHE, satisfied)) });

async function send(workbook: Uint8Array, version: number) {
  const response = await fetch(`${service.baseUrl}/api/periods/2026/reports/${TINH_KHE}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${service.keys[TINH_KHE]}`,
      'content-type': XLSX,
      'idempotency-key': randomUUID(),
      ...(version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
    },
    body: new Uint8Array(workbook),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as { id: string; sha256: string };
}

beforeAll(async () => {
  [service, chromium, first, second] = await Promise.all([aService(), aBrowser(), aWorkbook(950), aWorkbook(960)]);
  receipts = [await send(first, 0), await send(second, 1)];
});

afterAll(async () => {
  await Promise.all([chromium?.close(), service?.stop()]);
});

const visit = async (hash = '', options: Parameters<Chromium['visit']>[0] = {}): Promise<Visit> => {
  const opened = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 900 }, ...options });
  await opened.page.goto(`${service.baseUrl}/xac-minh/${hash}`);
  return opened;
};

const hashOf = (k: number) => proofHash({ period: '2026', agency: TINH_KHE, code: receipts[k]?.sha256 ?? '' });
const choose = (page: Page, name: string, content: Uint8Array | string) =>
  page.setInputFiles('input[type=file]', { name, mimeType: XLSX, buffer: Buffer.from(content) });
const fileVerdict = (page: Page) => page.locator('section[aria-labelledby=by-file] .verdict');
const receiptVerdict = (page: Page) => page.locator('section[aria-labelledby=opened]');

test('the workbook that was sent last is proven, and nothing of it leaves the browser', async () => {
  const { page, context, errors, strayed } = await visit();
  const sent: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  await choose(page, 'bao-cao.xlsx', second);
  await expectText(fileVerdict(page), 'Tệp này đúng là báo cáo năm 2026 của UBND xã Tịnh Khê, lần nộp 2, hệ thống tiếp nhận lúc');
  await expectText(fileVerdict(page), 'Lần nộp này đang có hiệu lực.');
  expect([sent, errors, strayed]).toEqual([[], [], []]);
  await pictureOf(page, 'proof-file-in-force');
  await context.close();
});

test('a workbook of an earlier version is proven too, and told as no longer in force', async () => {
  const { page, context } = await visit();
  await choose(page, 'bao-cao.xlsx', first);
  await expectText(fileVerdict(page), 'lần nộp 1');
  await expectText(fileVerdict(page), 'Đơn vị đã có lần nộp sau; lần nộp này không còn hiệu lực.');
  await context.close();
});

test('a workbook that was changed after sending is not proven, and what that may mean is said', async () => {
  const { page, context, errors } = await visit();
  await choose(page, 'sua-lai.xlsx', await aWorkbook(951));
  await expectText(fileVerdict(page), 'Không khớp: nội dung tệp này không phải báo cáo nào mà UBND xã Tịnh Khê đã gửi cho kỳ 2026.');
  await expectText(fileVerdict(page), 'tệp đã được sửa sau khi gửi');
  expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  await pictureOf(page, 'proof-file-changed');
  await context.close();
});

test('a receipt’s address proves the receipt by itself, and the file against it', async () => {
  const { page, context, errors } = await visit(hashOf(0));
  await expectText(receiptVerdict(page), 'Biên nhận này đúng là của báo cáo năm 2026 của UBND xã Tịnh Khê, lần nộp 1');
  await choose(page, 'bao-cao.xlsx', second);
  await expectText(fileVerdict(page), 'Đây không phải lần nộp ghi trên biên nhận đang mở.');
  expect(await seriousFaults(page)).toEqual([]);
  expect(errors).toEqual([]);
  await pictureOf(page, 'proof-receipt-and-other-file');
  await context.close();
});

test('a receipt on paper is typed in, in groups and capitals; by keyboard alone', async () => {
  const { page, context } = await visit();
  await page.getByLabel('Kỳ báo cáo, như ghi trên biên nhận').focus();
  await page.keyboard.type('2026');
  await page.keyboard.press('Tab');
  await page.keyboard.type(TINH_KHE);
  await page.keyboard.press('Tab');
  await page.keyboard.type((receipts[1]?.sha256 ?? '').toUpperCase().replace(/(.{8})/g, '$1 '));
  await page.keyboard.press('Enter');
  await expectText(receiptVerdict(page), 'lần nộp 2');
  expect(new URL(page.url()).hash).toBe(hashOf(1));
  await context.close();
});

const typeIn = async (page: Page, period: string, agency: string, code: string) => {
  await page.getByLabel('Kỳ báo cáo, như ghi trên biên nhận').fill(period);
  await page.getByLabel('Tên hoặc mã đơn vị').fill(agency);
  await page.getByLabel('Số biên nhận').fill(code);
  await page.getByRole('button', { name: 'Xác minh biên nhận' }).click();
};

test.each([
  ['xa-21211', 'hash'],
  ['Xa 21211', 'number'],
  ['XA21211', 'number in small letters'],
  ['XA – 21211', 'hash'],
  ['UBND xã Tịnh Khê (mã XA-21211)', 'number'],
  ['mã xa-21211', 'hash'],
  ['UBND xã Tịnh Khê (mã 21211)', 'number'],
  ['UBND xã Tịnh Khê', 'number in small letters'],
  ['Xã  Tịnh Khê', 'number'],
  ['ỦY BAN NHÂN DÂN XÃ TỊNH KHÊ', 'hash'],
  ['tinh khe', 'number'],
])('a receipt is not called unknown for how its agency is spelled: %s, with its %s', async (typed, held) => {
  const { page, context } = await visit();
  const { id = '', sha256 = '' } = receipts[1] ?? {};
  const code = { hash: sha256, number: id, 'number in small letters': id.toLowerCase().replace('-', ' ').replace(/0/g, 'o') }[held] ?? '';
  await typeIn(page, 'Năm 2026', typed, code);
  await expectText(receiptVerdict(page), 'UBND xã Tịnh Khê, lần nộp 2');
  await context.close();
});

test('a receipt that is asked for before the page was painted is answered', async () => {
  const { page, context } = await chromium.visit();
  await paintsLate(context, 60_000);
  await page.goto(`${service.baseUrl}/xac-minh/`);
  await typeIn(page, '2026', TINH_KHE, receipts[1]?.id ?? '');
  await expectText(receiptVerdict(page), 'lần nộp 2');
  await context.close();
});

test('the number of an earlier version’s receipt proves that version, and a file is told apart from it', async () => {
  const { page, context, errors } = await visit();
  await typeIn(page, '2026', 'Tịnh Khê', receipts[0]?.id ?? '');
  await expectText(receiptVerdict(page), 'lần nộp 1');
  await expectText(receiptVerdict(page), 'Đơn vị đã có lần nộp sau; lần nộp này không còn hiệu lực.');
  await choose(page, 'bao-cao.xlsx', first);
  await expectText(fileVerdict(page), 'lần nộp 1');
  expect(await fileVerdict(page).innerText()).not.toContain('Đây không phải lần nộp');
  await choose(page, 'bao-cao.xlsx', second);
  await expectText(fileVerdict(page), 'Đây không phải lần nộp ghi trên biên nhận đang mở.');
  expect(await seriousFaults(page)).toEqual([]);
  expect(errors).toEqual([]);
  await pictureOf(page, 'proof-receipt-number');
  await context.close();
});

test('a name that no agency has, or many, is asked for again, and the receipt is not called unknown', async () => {
  const { page, context } = await visit();
  await typeIn(page, '2026', 'Xã Không Có', receipts[1]?.id ?? '');
  await expectText(receiptVerdict(page), 'Không có đơn vị nào có tên hoặc mã “Xã Không Có”');
  await typeIn(page, '2026', 'xã', receipts[1]?.id ?? '');
  await expectText(receiptVerdict(page), 'Chọn đơn vị ghi trên biên nhận.');
  await receiptVerdict(page).getByRole('link', { name: 'UBND xã Tịnh Khê (mã XA-21211)' }).click();
  await expectText(receiptVerdict(page), 'lần nộp 2');
  await context.close();
});

test('a receipt that nobody gave is told so; half a hash is asked for again', async () => {
  const { page, context } = await visit(proofHash({ period: '2026', agency: TINH_KHE, code: WRONG }));
  await expectText(receiptVerdict(page), 'Không có báo cáo nào được tiếp nhận mang mã này, của đơn vị này, trong kỳ này.');
  await page.getByLabel('Số biên nhận').fill('abc');
  await page.getByRole('button', { name: 'Xác minh biên nhận' }).click();
  await expectText(page.getByRole('alert').last(), 'mã SHA-256 gồm 64 ký tự');
  await context.close();
});

test('what is no workbook is told as what it is', async () => {
  const { page, context, errors } = await visit();
  await choose(page, 'so-lieu.csv', 'Mã,Tử số\r\n');
  await expectText(fileVerdict(page), '.xlsx');
  expect(errors).toEqual([]);
  await context.close();
});

test('a file that is dropped on the frame is read', async () => {
  const { page, context } = await visit();
  const transfer = await page.evaluateHandle(
    ([bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes ?? [])], 'keo-tha.xlsx'));
      return data;
    },
    [[...second]],
  );
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
  await expectText(fileVerdict(page), 'keo-tha.xlsx');
  await expectText(fileVerdict(page), 'Tệp này đúng là báo cáo năm 2026');
  await context.close();
});

test('without a line to the server it says so', async () => {
  const { page, context } = await visit();
  await context.setOffline(true);
  await choose(page, 'bao-cao.xlsx', second);
  await expectText(fileVerdict(page), 'Không kết nối được với máy chủ.');
  await context.close();
});

test.each([
  { width: 320, colorScheme: 'dark' },
  { width: 768, colorScheme: 'light' },
] as const)('the whole answer can be read at $width, $colorScheme', async ({ width, colorScheme }) => {
  const { page, context } = await visit(hashOf(1), { viewport: { width, height: 800 }, colorScheme });
  await choose(page, 'phu-luc-ket-qua-thuc-hien-nam-2026-xa-tinh-khe-ban-cuoi-cung.xlsx', first);
  await expectText(fileVerdict(page), 'lần nộp 1');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect([await seriousFaults(page), await lookFaults(page)]).toEqual([[], []]);
  await pictureOf(page, `proof-${width}-${colorScheme}`);
  await context.close();
});

test('a receipt and a file of the same content belong together, also where that content was sent once more since', async () => {
  await send(first, 2);
  const { page, context } = await visit();
  await typeIn(page, '2026', 'Tịnh Khê', ` ${receipts[0]?.id.replace('-', '\u00ad')}`);
  await expectText(receiptVerdict(page), 'lần nộp 1');
  await choose(page, 'bao-cao.xlsx', first);
  await expectText(fileVerdict(page), 'lần nộp 3');
  expect(await fileVerdict(page).innerText()).not.toContain('Đây không phải lần nộp');
  await choose(page, 'bao-cao.xlsx', second);
  await expectText(fileVerdict(page), 'Đây không phải lần nộp ghi trên biên nhận đang mở.');
  await context.close();
});

/** Waits until an element says something. */
async function expectText(where: ReturnType<Page['locator']>, text: string): Promise<void> {
  await where.filter({ hasText: text }).waitFor();
}

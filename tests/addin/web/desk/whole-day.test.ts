import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Agency } from '../../../../core/plan/agency.ts';
import { leadsAlone } from '../../../../core/plan/obligations.ts';
import type { Report } from '../../../../core/report.ts';
import { aFilledForm } from '../../../support/a-filled-form.ts';
import type { Service } from '../../../support/a-service.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { HANGS_MS } from '../../../support/hang.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';
import { aReport, obligations, send } from './a-desk.ts';

const DAY_MS = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'phuluc-day-'));
/** Three have sent nothing by the evening. */
const SENT = obligations.agencies.slice(0, -3);
const ledAlone = ({ id }: Agency) =>
  obligations.plan.tasks.filter(({ id: row }) => leadsAlone(obligations, row, id)).map(({ id: row }) => row);
/** Three others say of what they alone lead that it does not concern them, and not why. */
const ODD = SENT.filter((agency) => ledAlone(agency).length > 0).slice(0, 3);

let service: Service;
let chromium: Chromium;
let files: readonly string[] = [];

served(async (both) => {
  ({ service, chromium } = both);
  files = await Promise.all(SENT.map(aFile));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function aFile(agency: Agency): Promise<string> {
  const path = join(folder, `${agency.id}.xlsx`);
  const saved = new Date(Date.now() - DAY_MS).toISOString().replace(/\.\d+/, '');
  writeFileSync(path, await aFilledForm(aReport(agency.id, ODD.includes(agency) ? evading(agency) : undefined), saved));
  return path;
}

const evading =
  (agency: Agency) =>
  (report: Report): Report => ({
    ...report,
    tasks: { ...report.tasks, ...Object.fromEntries(ledAlone(agency).map((row) => [row, { status: 'not-relevant' }])) },
  });

/** What a person does at a page: each press and each field that is typed counts, each must be in reach on the page as it stands. */
interface Hands {
  readonly press: (what: Locator) => Promise<void>;
  readonly type: (what: Locator, text: string) => Promise<void>;
  readonly choose: (what: Locator, option: string) => Promise<void>;
  /** What was done since the last step. */
  readonly step: () => { readonly presses: number; readonly fields: number };
}

function handsAtWork(): Hands {
  let [presses, fields] = [0, 0];
  const reachable = (what: Locator) => what.waitFor({ timeout: HANGS_MS });
  return {
    press: async (what) => {
      await reachable(what);
      await what.click({ timeout: HANGS_MS });
      presses++;
    },
    type: async (what, text) => {
      await reachable(what);
      await what.fill(text, { timeout: HANGS_MS });
      fields++;
    },
    choose: async (what, option) => {
      await reachable(what);
      await what.selectOption(option, { timeout: HANGS_MS });
      presses++;
    },
    step: () => {
      const done = { presses, fields };
      [presses, fields] = [0, 0];
      return done;
    },
  };
}

const downloaded = async (page: Page, hands: Hands, name: string): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent('download'), hands.press(page.getByRole('button', { name, exact: true }))]);
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  return file.suggestedFilename();
};

test('the specialist’s day: 109 taken in, reviewed, three returned, reminded, closed, signed, published, without one detour', async () => {
  const { page, errors, strayed } = await chromium.visit({
    origin: service.baseUrl,
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const loaded: string[] = [];
  page.on('load', () => loaded.push(page.url()));
  const hands = handsAtWork();
  const day: Record<string, ReturnType<Hands['step']>> = {};
  const top = page.getByRole('region', { name: 'Kỳ đang xem' });
  const panel = page.getByRole('complementary');
  const lines = page.locator('.reports tbody tr');

  await page.goto(`${service.baseUrl}/desk/`);
  await hands.type(page.getByLabel('Mã truy cập'), service.keys.VPUB ?? '');
  await hands.press(page.getByRole('button', { name: 'Đăng nhập', exact: true }));
  day.signIn = hands.step();

  await hands.press(top.getByRole('link', { name: 'Nhận tệp' }));
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    hands.press(page.getByText('Chọn các tệp .xlsx, .zip, .eml', { exact: true })),
  ]);
  await chooser.setFiles([...files]);
  await page.getByText(`Đã nhận ${SENT.length}/${SENT.length} tệp.`).waitFor({ timeout: 60_000 });
  await pictureOf(page, 'desk-day-taken-in');
  day.takeIn = hands.step();

  // What warns is read one by one, from report to report.
  await hands.press(page.getByRole('link', { name: `Thẩm định ${SENT.length} báo cáo đang chờ` }));
  await hands.choose(page.getByRole('combobox', { name: 'Tình trạng' }), 'canh-bao');
  await soon(async () => expect(await lines.count()).toBe(ODD.length));
  await hands.press(lines.first().getByRole('link'));
  for (const [k, agency] of ODD.entries()) {
    const own = page.getByRole('complementary', { name: agency.name, exact: true });
    const row = own.locator('.review li', { hasText: 'là cơ quan chủ trì duy nhất' }).first();
    await hands.type(row.getByRole('textbox'), 'Đề nghị ghi tiến độ của nhiệm vụ do đơn vị chủ trì.');
    await hands.press(own.getByRole('button', { name: 'Trả lại kèm 1 ý kiến' }));
    await own.getByText(`Đã trả lại báo cáo của ${agency.name}.`).waitFor();
    if (k < ODD.length - 1) await hands.press(own.getByRole('button', { name: `Sang báo cáo sau: ${ODD[k + 1]?.name}` }));
  }
  await pictureOf(page, 'desk-day-returned');
  day.returnThree = hands.step();

  // All others at once.
  await hands.press(top.getByRole('link', { name: /^Chờ thẩm định/ }));
  await hands.press(page.getByRole('checkbox', { name: 'Chọn', exact: true }));
  await hands.press(page.getByRole('button', { name: `Chấp nhận ${SENT.length - ODD.length} báo cáo đã chọn` }));
  await page.getByText(`Đã chấp nhận báo cáo của ${SENT.length - ODD.length} đơn vị.`).waitFor();
  await page.getByText('Không có đơn vị nào theo bộ lọc này.').waitFor();
  day.acceptOthers = hands.step();

  await hands.press(top.getByRole('link', { name: /^Chưa gửi/ }));
  await soon(async () => expect(await lines.count()).toBe(3));
  await hands.press(page.getByRole('button', { name: 'Xem thư nhắc hôm nay' }));
  await hands.press(page.getByRole('button', { name: 'Chép cả 3 thư nhắc đơn vị chưa gửi' }));
  await page.getByText('Đã chép 3 thư.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const { name } of obligations.agencies.slice(-3)) expect(copied).toContain(name);
  await pictureOf(page, 'desk-day-reminded');
  day.remind = hands.step();

  // Meanwhile the three send theirs anew; the desk shows it by itself.
  for (const agency of ODD) await send(service, aReport(agency.id), 1);
  await hands.press(top.getByRole('link', { name: /^Chờ thẩm định: 3/ }));
  await hands.press(page.getByRole('checkbox', { name: 'Chọn', exact: true }));
  await hands.press(page.getByRole('button', { name: 'Chấp nhận 3 báo cáo đã chọn' }));
  await page.getByText('Không có đơn vị nào theo bộ lọc này.').waitFor();
  day.acceptAnew = hands.step();

  await hands.press(top.getByRole('link', { name: 'Khóa kỳ' }));
  await page.getByText('3 đơn vị chưa có báo cáo').waitFor();
  await pictureOf(page, 'desk-day-before-close');
  // Who signs is known days later, and so are number and date.
  await page.getByRole('link', { name: 'báo cáo chưa ghi tên người ký' }).waitFor();
  await hands.press(page.getByLabel('Đã xem danh sách trên, đồng ý khóa kỳ'));
  await hands.press(page.getByRole('button', { name: 'Khóa kỳ 2026' }));
  await page.getByText('Đã khóa kỳ 2026.').waitFor();
  await pictureOf(page, 'desk-day-closed');
  day.close = hands.step();

  await hands.press(page.getByRole('link', { name: 'tên người ký', exact: true }));
  await hands.type(page.getByLabel('Họ và tên người ký'), 'Nguyễn Văn A');
  await hands.type(page.getByLabel('Số của báo cáo'), '715/BC-UBND');
  await hands.type(page.getByLabel('Ngày của báo cáo (ngày/tháng/năm)'), '08/12/2026');
  await hands.type(page.getByLabel('Lý do thay đổi'), 'Ghi người ký, số, ngày');
  await hands.press(page.getByRole('button', { name: 'Lưu thiết lập' }));
  await page.getByText('Đã lưu thiết lập.').waitFor();
  await hands.press(page.getByRole('navigation', { name: 'Các mục quản trị' }).getByRole('link', { name: 'Kỳ báo cáo' }));
  expect(await downloaded(page, hands, 'Tải báo cáo để trình ký')).toBe('bao-cao-2026.docx');
  expect(await downloaded(page, hands, 'Tải phụ lục')).toBe('phu-luc-tong-hop-2026.xlsx');
  day.sign = hands.step();

  await hands.press(page.getByLabel('Kết quả đã được ký, đồng ý công bố'));
  await hands.press(page.getByRole('button', { name: 'Công bố kết quả kỳ 2026' }));
  await page.getByText(/^Đã công bố lúc /).waitFor();
  day.publish = hands.step();

  expect(day).toEqual({
    signIn: { presses: 1, fields: 1 },
    takeIn: { presses: 2, fields: 0 },
    returnThree: { presses: 8, fields: 3 },
    acceptOthers: { presses: 3, fields: 0 },
    remind: { presses: 3, fields: 0 },
    acceptAnew: { presses: 3, fields: 0 },
    close: { presses: 3, fields: 0 },
    sign: { presses: 5, fields: 4 },
    publish: { presses: 2, fields: 0 },
  });
  expect(await panel.count()).toBe(0);
  // One page all day: nothing was opened anew, no address typed.
  expect([loaded.length, strayed, errors]).toEqual([1, [], []]);
});

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { readWorkbook } from '../../../../xlsx/read/read-workbook.ts';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf, type Visit } from '../../../support/browser.ts';
import { isWhole } from '../../../support/is-whole.ts';
import { lookFaults } from '../../../support/look-faults.ts';
import { printedPages } from '../../../support/printed-pages.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';
import { aReport, send, signInAt } from './a-desk.ts';

const HOME = 'SNV' as AgencyId;
const SENDERS = [HOME, 'SYT', 'STC', 'XA-23377'] as AgencyId[];

let service: Service;
let chromium: Chromium;

served(async (both) => {
  ({ service, chromium } = both);
  for (const id of SENDERS) await send(service, aReport(id));
});

async function desk(who: string, query: string, options: Parameters<Chromium['visit']>[0] = {}): Promise<Visit> {
  const visit = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 900 }, ...options });
  await signInAt(visit.page, service, who, query);
  return visit;
}

const report = async (who: string, of: string) => {
  const answer = await fetch(`${service.baseUrl}/api/periods/2026/reports/${of}`, {
    headers: { authorization: `Bearer ${service.keys[who]}` },
  });
  return answer.json() as Promise<{ state: string; remarks: Record<string, { text: string }>; acceptedRows: string[] }>;
};

/** Presses Tab until the focus is where it should be; what cannot be reached so fails. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const one = document.activeElement as HTMLInputElement | null;
      return [one?.getAttribute('aria-label'), one?.labels?.[0]?.textContent, one?.textContent].map((text) => text?.trim() ?? '');
    });
    if (focused.some((text) => text.startsWith(name))) return;
  }
  throw new Error(`[keyboard] "${name}": not reached by Tab`);
}

test('a lead reviews its own rows: returns one with a remark, and accepts those of another agency', async () => {
  const { page, errors } = await desk('CAT', '?the=tham-dinh');
  await page.getByRole('link', { name: 'Sở Nội vụ' }).click();
  const panel = page.getByRole('complementary', { name: 'Sở Nội vụ' });
  const remarks = panel.getByRole('textbox');
  await remarks.first().waitFor();
  const rows = await panel.locator('li > p > b:first-child').allTextContents();
  const { leads } = (await (
    await fetch(`${service.baseUrl}/api/me`, { headers: { authorization: `Bearer ${service.keys.CAT}` } })
  ).json()) as { leads: string[] };
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows.filter((text) => /^I+\./.test(text))) expect(leads.some((id) => id.endsWith(row))).toBe(true);
  await remarks.first().fill('Đề nghị đối chiếu với CSDL dân cư');
  await pictureOf(page, 'desk-lead-review');
  expect(await seriousFaults(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Trả lại kèm 1 ý kiến' }).click();
  await panel.getByText('Đã trả lại báo cáo của Sở Nội vụ.').waitFor();
  expect(await report('VPUB', 'SNV')).toMatchObject({ state: 'returned', remarks: expect.objectContaining({}) });
  expect(Object.values((await report('VPUB', 'SNV')).remarks).map(({ text }) => text)).toEqual(['Đề nghị đối chiếu với CSDL dân cư']);
  await page.getByRole('link', { name: 'Sở Y tế' }).click();
  const other = page.getByRole('complementary', { name: 'Sở Y tế' });
  await other.getByRole('button', { name: 'Chấp nhận các dòng này' }).click();
  await other.getByText('Đã chấp nhận báo cáo của Sở Y tế.').waitFor();
  const accepted = await report('VPUB', 'SYT');
  expect(accepted.state).toBe('submitted');
  expect(accepted.acceptedRows.length).toBeGreaterThan(0);
  expect(accepted.acceptedRows.every((row) => leads.includes(row))).toBe(true);
  expect(errors).toEqual([]);
});

test('by the keyboard alone: from signing in to a report accepted and a period closed', async () => {
  const { page } = await desk('VPUB', '');
  const focusOn = (text: string) => soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(text));
  await page.locator('.overview').waitFor();
  await tabTo(page, 'Tình hình báo cáo');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Sở Tài chính');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Sở Tài chính' });
  await panel.getByRole('button', { name: 'Chấp nhận' }).waitFor();
  await focusOn('Sở Tài chính');
  await tabTo(page, 'Chấp nhận');
  expect(await page.evaluate(() => document.activeElement?.closest('aside') !== null)).toBe(true);
  await page.keyboard.press('Enter');
  await panel.getByText('Đã chấp nhận báo cáo của Sở Tài chính.').waitFor();
  expect((await report('VPUB', 'STC')).state).toBe('accepted');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await focusOn('Sở Tài chính');
  await tabTo(page, 'Chọn UBND xã Bờ Y');
  await page.keyboard.press('Space');
  await tabTo(page, 'Khóa kỳ');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Đã xem danh sách trên');
  await page.keyboard.press('Space');
  await tabTo(page, 'Khóa kỳ 2026');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Mở lại kỳ 2026' }).waitFor();
  await tabTo(page, 'Lý do mở lại');
  await page.keyboard.type('Bổ sung');
  await tabTo(page, 'Mở lại kỳ 2026');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Khóa kỳ 2026' }).waitFor();
});

const TABS = [
  '?the=ma-tran',
  '?the=canh-bao',
  '?the=nhiem-vu',
  '?the=tinh-hinh&donvi=SYT',
  '?the=tong-quan',
  '?the=xuat',
  '?the=quan-tri&muc=ky',
  '?the=quan-tri&muc=nhan-tep',
  '?the=quan-tri&muc=thiet-lap',
  '?the=quan-tri&muc=khoa',
  '?the=quan-tri&muc=nhat-ky',
  '?the=quan-tri&muc=giao-bieu',
  '?the=quan-tri&muc=ke-hoach',
  '?the=ton-vinh',
  '?the=ma-tran&dong=PL1.I.1.3&donvi=SYT',
  '?the=ma-tran&dong=PL1.I.1.3#nguon-goc=PL1.I.1.3',
];

test.each([
  { width: 320, colorScheme: 'light' },
  { width: 768, colorScheme: 'dark' },
  { width: 2560, colorScheme: 'dark' },
] as const)(
  'every tab at $width px, $colorScheme: no serious fault, nothing wider than the page, no fault of looks',
  async ({ width, colorScheme }) => {
    const { page } = await desk('VPUB', '', { viewport: { width, height: 900 }, colorScheme });
    await page.locator('.overview').waitFor();
    const faults: string[] = [];
    for (const query of TABS) {
      await page.goto(`${service.baseUrl}/desk/${query}`);
      await page.locator('main :is(h2, h3)').first().waitFor();
      await isWhole(page);
      expect([query, await seriousFaults(page)]).toEqual([query, []]);
      expect([query, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([query, true]);
      faults.push(...(await lookFaults(page)).map((fault) => `${query}: ${fault}`));
      await pictureOf(page, `desk-${width}-${colorScheme}-${query.replace(/\W+/g, '-')}`);
    }
    expect(faults).toEqual([]);
  },
);

test('beside a list without room for it, what was chosen stands above and is in sight', async () => {
  const { page } = await desk('VPUB', '?the=tinh-hinh', { viewport: { width: 320, height: 640 } });
  await page.getByRole('link', { name: 'Sở Y tế' }).click();
  const heading = page.getByRole('heading', { name: 'Sở Y tế' });
  await heading.waitFor();
  const box = (await heading.boundingBox())!;
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeLessThan(640);
});

test('the matrix comes as CSV, as a workbook and as JSON, each readable', async () => {
  const { page } = await desk('VPUB', '?the=xuat', { acceptDownloads: true });
  const fileOf = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const csv = await fileOf('Ma trận, dạng CSV');
  expect(csv.name).toBe('ma-tran-2026.csv');
  expect(
    csv.bytes
      .toString()
      .split('\n')
      .filter((line) => line.includes('SNV')).length,
  ).toBeGreaterThan(3);
  const book = await fileOf('Ma trận, dạng sổ tính');
  expect(book.name).toBe('ma-tran-2026.xlsx');
  const read = readWorkbook(book.bytes);
  expect(read.ok && read.value.grids.map(({ title }) => title)).toContain('Ma trận');
  const json = await fileOf('Ma trận, dạng JSON');
  expect(JSON.parse(json.bytes.toString()).indicators).toHaveLength(21);
});

test('on paper the list of reports keeps all its columns', async () => {
  const { page } = await desk('VPUB', '?the=tinh-hinh');
  await page.getByText('Số cảnh báo').waitFor();
  const [first] = await printedPages(page, 'desk-status');
  for (const word of ['Dòng đã điền', 'Muộn', 'Số cảnh báo', 'Sở Nội vụ']) expect(first).toContain(word);
  expect(await nothingToPress(page)).toEqual([]);
});

/** What on paper could only be pressed, or stands above nothing. */
async function nothingToPress(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  return page.locator('button:not(.names):visible, .button:visible, summary:visible, h2:text("Nhắc báo cáo"):visible').allTextContents();
}

test('on paper the matrix is whole: every agency, every indicator that is due, no page without it', async () => {
  const { page } = await desk('VPUB', '?the=ma-tran');
  await page.getByRole('grid').waitFor();
  const pages = await printedPages(page, 'desk-matrix');
  const text = pages.join('\n');
  for (const word of ['Xã Bờ Y', 'Sở Nội vụ', 'Toàn tỉnh', 'I.1.1']) expect(text).toContain(word);
  expect(pages[0]).toContain('Toàn tỉnh');
  expect(text).toMatch(/Chưa đến kỳ: II\.1\.1, /);
  expect(text.match(/II\.1\.1/g)).toHaveLength(1);
  const agencies = await (
    await fetch(`${service.baseUrl}/api/agencies`, { headers: { authorization: `Bearer ${service.keys.VPUB}` } })
  ).json();
  const squashed = text.replace(/\s+/g, '');
  const names: string[] = agencies.agencies.map(({ shortName }: { shortName: string }) => shortName.replace(/\s+/g, ''));
  expect(names.filter((name) => !squashed.includes(name)).length).toBeLessThan(names.length / 4); // names that wrap are split by the layout
});

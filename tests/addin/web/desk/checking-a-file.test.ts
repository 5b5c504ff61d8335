import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { beforeEnd, DOCUMENT, paragraph, rewritten } from '../../../templates/checking/a-forged-report.ts';
import { aReport, obligations, send, signInAt } from './a-desk.ts';

let service: Service;
let chromium: Chromium;
const folder = mkdtempSync(join(tmpdir(), 'phuluc-doi-chieu-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

served(async (both) => {
  ({ service, chromium } = both);
  for (const { id } of obligations.agencies.slice(0, 20)) await send(service, aReport(id));
});

const fetched = async (path: string, accept: string): Promise<Uint8Array> => {
  const answer = await fetch(`${service.baseUrl}/api/periods/2026/${path}`, {
    headers: { authorization: `Bearer ${service.keys.VPUB}`, accept },
  });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
};

function inFolder(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

async function exportTab(options: Parameters<Chromium['visit']>[0] = {}) {
  const visit = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 }, ...options });
  await signInAt(visit.page, service, 'VPUB', '?the=xuat');
  await visit.page.getByRole('heading', { name: 'Đối chiếu trước khi ký' }).waitFor();
  return visit;
}

const choose = (page: Page, file: string): Promise<void> => page.getByLabel('Chọn tệp để đối chiếu').setInputFiles(file);

test('a report that goes to be signed is compared on the page: as it came, with a figure changed, with a sentence added', async () => {
  const report = await fetched('report', '*/*');
  const { page, errors, strayed, context } = await exportTab();
  await choose(page, inFolder('bao-cao.docx', report));
  await page.getByText(/bao-cao\.docx: Khớp: \d+ ô/).waitFor();
  expect(await page.getByText('cần người xem').count()).toBe(0);
  const edited = rewritten(report, {
    [DOCUMENT]: (xml) =>
      beforeEnd(paragraph('Mọi chỉ tiêu đều hoàn thành vượt mức.'))(
        xml.replace(/(w:name="PL1_I_1_3__result".*?<w:t[^>]*>)[^<]*/s, '$199,9%'),
      ),
  });
  await choose(page, inFolder('bao-cao-sua.docx', edited));
  await page.getByText(/bao-cao-sua\.docx: 1 chỗ khác với kết quả tổng hợp/).waitFor();
  const row = page.getByRole('region', { name: 'Chỗ khác với kết quả tổng hợp' }).getByRole('row').last();
  expect(await row.textContent()).toMatch(/I\.1\.3.*“99,9%”“/s);
  const open = page.getByRole('region', { name: '1 chỗ không tính lại được, cần người xem' });
  expect(await open.getByRole('listitem').textContent()).toBe('Đoạn ngoài mẫuMọi chỉ tiêu đều hoàn thành vượt mức.');
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'desk-doi-chieu');
  expect(await page.getByText('bao-cao.docx: Khớp').count()).toBe(0);
  expect([errors, strayed]).toEqual([[], []]);
  await context.close();
});

test('an appendix workbook is compared; a file that is neither is named, and the next one is taken', async () => {
  const { page, context } = await exportTab({ viewport: { width: 360, height: 740 }, hasTouch: true });
  await choose(page, inFolder('ghi-chu.xlsx', new TextEncoder().encode('không phải bảng tính')));
  await page.getByText('Tệp không phải báo cáo .docx hoặc phụ lục .xlsx đọc được.').waitFor();
  await choose(page, inFolder('phu-luc.xlsx', await fetched('appendix', '*/*')));
  await page.getByText(/phu-luc\.xlsx: Khớp: [\d.]+ ô/).waitFor();
  expect(await page.getByText('Tệp không phải báo cáo').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await pictureOf(page, 'desk-doi-chieu-360');
  await context.close();
});

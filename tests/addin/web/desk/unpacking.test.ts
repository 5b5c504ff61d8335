import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { aFilledForm } from '../../../support/a-filled-form.ts';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium } from '../../../support/browser.ts';
import { expectToLookWell } from '../../../support/looks-well.ts';
import { served } from '../../../support/served.ts';
import { aReport, signInAt } from './a-desk.ts';
import { aMail } from './a-mail.ts';

const folder = mkdtempSync(join(tmpdir(), 'phuluc-unpacking-'));
let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const aForm = async (id: string): Promise<Uint8Array> => aFilledForm(aReport(id as AgencyId), '2026-11-20T03:00:00Z');

function keep(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function atIntake(): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const { page, errors } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 } });
  await signInAt(page, service, 'VPUB', '?the=quan-tri&muc=nhan-tep');
  await page.getByLabel('Chọn các tệp .xlsx').waitFor();
  return { page, errors };
}

const line = (page: Page, path: string) => page.locator('.exports > li').filter({ has: page.getByText(path, { exact: true }) });

test('forms in a zip and in a mail are taken in like any other, each under the name that it has there', async () => {
  const { page, errors } = await atIntake();
  const zip = zipSync({
    'đợt 1/so-y-te.xlsx': await aForm('SYT'),
    'đợt 1/cong-van.pdf': new Uint8Array(9),
    'trong.zip': zipSync({ 'SNV.xlsx': await aForm('SNV') }),
  });
  const mail = aMail([
    { name: 'Sở Tài chính.xlsx', content: await aForm('STC') },
    { name: 'Sở Công Thương.xlsx', content: (await aForm('SCT')).subarray(0, 900) },
  ]);
  await page
    .getByLabel('Chọn các tệp .xlsx')
    .setInputFiles([
      keep('thư đến.zip', zip),
      keep('bao-cao.eml', mail),
      keep('khong-co-tep.eml', aMail([])),
      keep('TTT.xlsx', await aForm('TTT')),
    ]);
  await page.getByText('Đã nhận 4/6 tệp.').waitFor();
  await line(page, 'thư đến.zip › đợt 1/so-y-te.xlsx').getByText('✓ Sở Y tế: lần nộp 1').waitFor();
  await line(page, 'thư đến.zip › trong.zip › SNV.xlsx').getByText('✓ Sở Nội vụ: lần nộp 1').waitFor();
  await line(page, 'bao-cao.eml › Sở Tài chính.xlsx').getByText('✓ Sở Tài chính: lần nộp 1').waitFor();
  expect(await line(page, 'bao-cao.eml › Sở Công Thương.xlsx').textContent()).toContain('✕');
  await line(page, 'khong-co-tep.eml').getByText('Không có biểu .xlsx nào bên trong.').waitFor();
  await page.getByText('Bỏ qua 1 tệp không phải bảng tính.').waitFor();
  await expectToLookWell(page, 'desk-unpacked');
  expect(errors.filter((text) => !text.includes('422'))).toEqual([]);
  // what the server keeps is the form's own name
  const versions = await fetch(`${service.baseUrl}/api/periods/2026/reports/STC/versions/1/workbook`, {
    headers: { authorization: `Bearer ${service.keys.VPUB}` },
  });
  expect(decodeURIComponent(versions.headers.get('content-disposition') ?? '')).toContain('Sở Tài chính.xlsx');
});

test('a zip that is dropped is opened too; a bomb and 10.000 entries are named, and the desk answers meanwhile', async () => {
  const { page } = await atIntake();
  const bomb = zipSync(Object.fromEntries(Array.from({ length: 60 }, (_, k) => [`${k}.xlsx`, new Uint8Array(6_000_000)])), { level: 1 });
  const many = zipSync(Object.fromEntries(Array.from({ length: 10_000 }, (_, k) => [`${k}.txt`, new Uint8Array(1)])), { level: 0 });
  const files = [
    ['sxd.zip', zipSync({ 'SXD.xlsx': await aForm('SXD') })],
    ['nhieu.zip', many],
    ['thu den.msg', new Uint8Array(9)],
    ['bom.zip', zipSync({ 'b.zip': bomb.subarray(0, 900), 'thu.eml': aMail([]) })],
  ] as const;
  const data = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const [name, text] of given) transfer.items.add(new File([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], name));
      return transfer;
    },
    files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const),
  );
  await page.locator('.admin-part .panel').first().dispatchEvent('drop', { dataTransfer: data });
  await page.getByText('Đã nhận 1/5 tệp.').waitFor();
  await line(page, 'thu den.msg').getByText('Đây là thư Outlook (.msg)').waitFor();
  await line(page, 'nhieu.zip').getByText('Bên trong có quá 5.000 tệp.').waitFor();
  await line(page, 'bom.zip › b.zip').getByText('Không mở được: tệp bị hỏng').waitFor();
  await line(page, 'bom.zip › thu.eml').getByText('Không có biểu .xlsx nào bên trong.').waitFor();

  // a bomb of hundreds of megabytes is opened beside the page, and can be stopped
  await page.route('**/intake*', (route) => route.abort());
  await page.getByLabel('Chọn các tệp .xlsx').setInputFiles(keep('bom-that.zip', bomb));
  await page.getByText('Đang mở bom-that.zip…').waitFor();
  await page.getByRole('button', { name: 'Dừng' }).click();
  await line(page, 'bom-that.zip').getByText('Chưa mở: đã dừng trước tệp này.').waitFor();
  expect(readFileSync(join(folder, 'bom-that.zip')).length).toBeLessThan(5_000_000);
});

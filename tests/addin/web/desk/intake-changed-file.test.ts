import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { buildForm } from '../../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../../templates/form/form-values.ts';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { aReport, obligations, send, signInAt } from './a-desk.ts';

const AGENCY = 'SNV' as AgencyId;
const folder = mkdtempSync(join(tmpdir(), 'phuluc-intake-changed-'));
let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The agency's workbook with its first rows filled. */
async function aFile(name: string, rows: number): Promise<string> {
  const path = join(folder, name);
  const values = new Map([...formValuesOf(aReport(AGENCY))].slice(0, rows));
  writeFileSync(path, await buildForm({ obligations, agency: AGENCY, values }));
  return path;
}
const versionInForce = async (): Promise<number> => {
  const headers = { authorization: `Bearer ${service.keys.VPUB}` };
  return (await (await fetch(`${service.baseUrl}/api/periods/2026/reports/${AGENCY}`, { headers })).json()).version;
};

test('a file that was changed while it was asked whether it replaces is not taken in: nobody has seen what it holds now', async () => {
  await send(service, aReport(AGENCY));
  const { page } = await chromium.visit({ origin: service.baseUrl });
  await signInAt(page, service, 'VPUB', '?the=quan-tri');
  await page.getByRole('navigation', { name: 'Các mục quản trị' }).getByRole('link', { name: 'Nhận tệp thay đơn vị' }).click();
  const [asked, other] = [await aFile('it-dong.xlsx', 2), await aFile('khac.xlsx', 1)];
  await page.getByLabel('Chọn các tệp .xlsx').setInputFiles(asked);
  await page.getByRole('button', { name: 'Thay bằng tệp này' }).waitFor();
  copyFileSync(other, asked);
  await page.getByRole('button', { name: 'Thay bằng tệp này' }).click();
  await page.getByText('Không đọc được tệp: tệp đã bị chuyển, đổi tên, sửa sau khi chọn').waitFor();
  expect(await versionInForce()).toBe(1);
  await page.getByLabel('Chọn các tệp .xlsx').setInputFiles(asked);
  await page.getByRole('button', { name: 'Thay bằng tệp này' }).click();
  await page.getByText('Đã nhận 1/1 tệp.').waitFor();
  expect(await versionInForce()).toBe(2);
});

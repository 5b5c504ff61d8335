import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aProvinceWorkbook } from '../../core/adopting/a-province-workbook.ts';
import { agencies, TINH_KHE } from '../../support/a-form.ts';
import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { served } from '../../support/served.ts';
import { aModel, receiptIn, signIn } from './a-pane.ts';

const SENDER = 'SYT';
const nameOf = (id: string): string => agencies.find((one) => one.id === id)!.name;

const folder = mkdtempSync(join(tmpdir(), 'phuluc-senders-'));
const file = join(folder, 'agencies.json');
writeFileSync(file, JSON.stringify(agencies.map((one) => (one.id === SENDER ? { ...one, submitsFor: [TINH_KHE] } : one))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let service: Service;
let chromium: Chromium;
served(
  (both) => {
    ({ service, chromium } = both);
  },
  ['--agencies', file],
);

async function reportOf(agency: string) {
  const headers = { authorization: `Bearer ${service.keys.VPUB}` };
  const answer = await fetch(`${service.baseUrl}/api/periods/2026/reports/${agency}`, { headers });
  return { status: answer.status, body: (await answer.json()) as { by: string; version: number } };
}

test('another’s form is checked, sent and received as that agency’s, and the pane says for whom it sends', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 320, height: 900 } });
  const { model } = await aModel(TINH_KHE, 90, 100);
  const excel = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/`, width: 320 });
  const { pane } = excel;
  await signIn(pane, service, SENDER);
  await pane.locator('.whose').getByText(nameOf(TINH_KHE)).waitFor();
  await pane
    .locator('.whose')
    .getByText(`${nameOf(SENDER)} gửi thay`)
    .waitFor();
  await pane.getByText(`${nameOf(SENDER)} gửi thay ${nameOf(TINH_KHE)}; biên nhận ghi cả hai đơn vị.`).waitFor();
  await pictureOf(page, 'pane-for-another-320');
  expect(await seriousFaults(page)).toEqual([]);
  await pane.getByRole('button', { name: 'Gửi thay', exact: true }).click();
  await pane.getByText('Đã nhận báo cáo.').waitFor();
  expect((await reportOf(TINH_KHE)).body).toMatchObject({ version: 1, by: SENDER });
  expect((await reportOf(SENDER)).status).toBe(404);
  const receipt = await receiptIn(model);
  expect([receipt.at(3, 2).value, receipt.at(7, 2).value]).toEqual([nameOf(TINH_KHE), nameOf(SENDER)]);
  // What is typed now is measured against the version just sent for it.
  await pane.getByText('Nội dung giống hệt lần nộp hiện hành').waitFor();
  expect([excel.unknown(), excel.strayed()]).toEqual([[], []]);
  await context.close();
});

test('the form of an agency that it does not send for is nobody’s to send here', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { model } = await aModel('SNV', 90, 100);
  const { pane } = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  await signIn(pane, service, SENDER);
  await pane.locator('.whose').getByText(nameOf(SENDER)).waitFor();
  await pane.getByText(nameOf('SNV')).first().waitFor();
  expect(await pane.getByRole('button', { name: 'Gửi báo cáo' }).isDisabled()).toBe(true);
  await context.close();
});

test('a workbook that is nobody’s form becomes the form of whom the person chooses', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { bytes } = await aProvinceWorkbook();
  const model = await modelOf(bytes);
  const { pane } = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  await signIn(pane, service, SENDER);
  await pane.getByLabel('Báo cáo của').selectOption(TINH_KHE);
  await pane
    .locator('.whose')
    .getByText(`${nameOf(SENDER)} gửi thay`)
    .waitFor();
  await pane.getByRole('button', { name: 'Thêm cột của biểu vào sổ' }).click();
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  const identity = model.sheets.find(({ visibility }) => visibility === 'VeryHidden')!;
  expect([...identity.cells.values()].map(({ value }) => value)).toContain(TINH_KHE);
  expect(await pane.getByLabel('Báo cáo của').count()).toBe(0);
  await context.close();
});

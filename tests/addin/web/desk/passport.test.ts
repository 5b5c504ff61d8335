import { readFileSync } from 'node:fs';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { buildForm } from '../../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../../templates/form/form-values.ts';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { aReport, obligations, send, signInAt } from './a-desk.ts';

const ROW = 'PL1.I.1.3';
const BY_FILE = 'SNV' as AgencyId;

let service: Service;
let chromium: Chromium;
let workbook: Uint8Array;

served(async (both) => {
  ({ service, chromium } = both);
  for (const { id } of obligations.agencies.slice(0, 24)) if (id !== BY_FILE) await send(service, aReport(id));
  workbook = await buildForm({ obligations, agency: BY_FILE, values: formValuesOf(aReport(BY_FILE)) });
  const sent = await fetch(`${service.baseUrl}/api/periods/2026/reports/${BY_FILE}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${service.keys[BY_FILE]}`,
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': "attachment; filename*=UTF-8''so-noi-vu.xlsx",
      'idempotency-key': 'file',
      'if-none-match': '*',
    },
    body: Buffer.from(workbook),
  });
  expect(sent.status).toBe(201);
});

async function desk(query: string, options: Parameters<Chromium['visit']>[0] = {}, who = 'VPUB') {
  const visit = await chromium.visit({
    origin: service.baseUrl,
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
    ...options,
  });
  await signInAt(visit.page, service, who, query);
  return visit;
}

test('a figure of the overview opens to its method, each agency’s part, file, cell, version, receipt, and the workbook byte for byte', async () => {
  const { page, errors, strayed, context } = await desk('');
  await page
    .getByRole('row', { name: /I\.1\.3/ })
    .getByTitle('Nguồn gốc số liệu I.1.3')
    .click();
  const panel = page.getByRole('complementary', { name: 'Nguồn gốc số liệu I.1.3' });
  await panel.getByText('Mẫu số: tổng số lượt đánh giá hợp lệ').waitFor();
  expect(page.url()).toMatch(/\?ky=2026#nguon-goc=PL1\.I\.1\.3$/);
  await panel.getByLabel('Tìm đơn vị').fill('noi vu');
  const own = panel.getByRole('row', { name: /Sở Nội vụ/ });
  await own.getByText(/^so-noi-vu\.xlsx; Phụ lục I, ô [A-Z]+\d+$/).waitFor();
  await own.getByText(/^Lần 1, \d\d:\d\d/).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), own.getByRole('button', { name: 'Tải tệp gốc' }).click()]);
  expect(readFileSync(await file.path()).equals(Buffer.from(workbook))).toBe(true);
  const proof = await own.getByRole('link', { name: /^[0-9A-Z]{4}-[0-9A-Z]{4}$/ }).getAttribute('href');
  expect(proof).toMatch(/^\/xac-minh\/#ky=2026&don-vi=SNV&ma=[0-9a-f]{64}$/);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect([new URL(page.url()).hash, errors, strayed]).toEqual(['', [], []]);
  await context.close();
});

test('its address shows a colleague the same, over whatever tab; going elsewhere leaves it, and back opens it again', async () => {
  const { page, context } = await desk(`?ky=2026&the=canh-bao#nguon-goc=${ROW}&nguon-goc-don-vi=${BY_FILE}`);
  const panel = page.getByRole('complementary', { name: 'Nguồn gốc số liệu I.1.3' });
  await panel.getByText('Chép địa chỉ của số này').waitFor();
  expect(await panel.locator('tbody tr').first().getAttribute('aria-current')).toBe('true');
  await page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  await page.goBack();
  await panel.waitFor();
  await page.evaluate(() => {
    location.hash = '#nguon-goc=PL2.II.1';
  });
  await page
    .getByRole('complementary', { name: 'Nguồn gốc số liệu II.1' })
    .getByText(/Lấy từ tình hình của từng đơn vị chủ trì/)
    .waitFor();
  await context.close();
});

test.each([
  ['a row of the matrix', `?the=ma-tran&dong=${ROW}`, 'Nguồn gốc số liệu', 'I.1.3'],
  ['a cell of the matrix', `?the=ma-tran&dong=${ROW}&donvi=${BY_FILE}`, 'Biên nhận, tệp gốc', 'I.1.3'],
  ['a task', '?the=nhiem-vu&dong=PL2.II.1', 'Nguồn gốc số liệu', 'II.1'],
  ['an answer to a task', `?the=nhiem-vu&dong=PL2.II.1&donvi=${BY_FILE}`, 'Biên nhận, tệp gốc', 'II.1'],
  ['a point of the honours list', `?the=ton-vinh&donvi=${BY_FILE}`, 'nguồn gốc', 'I.1.1'],
])('it opens from %s', async (_, query, link, cited) => {
  const { page, context } = await desk(query);
  await page.getByRole('link', { name: link, exact: true }).first().click();
  await page
    .getByRole('complementary', { name: `Nguồn gốc số liệu ${cited}`, exact: true })
    .getByRole('table')
    .waitFor();
  await context.close();
});

test('a lead sees where the figures of its rows come from, without the workbooks, and nothing of others', async () => {
  const { page, errors, context } = await desk('#nguon-goc=PL1.I.2.6', {}, BY_FILE);
  const panel = page.getByRole('complementary', { name: 'Nguồn gốc số liệu I.2.6' });
  await panel
    .getByRole('link', { name: /^[0-9A-Z]{4}-[0-9A-Z]{4}$/ })
    .first()
    .waitFor();
  expect(await panel.getByRole('button', { name: 'Tải tệp gốc' }).count()).toBe(0);
  await page.evaluate(() => {
    location.hash = '#nguon-goc=PL1.I.1.3';
  });
  await page.getByText('Không có số liệu của dòng này').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test.each([
  [360, 'light'],
  [768, 'dark'],
  [1366, 'light'],
  [1366, 'dark'],
] as const)('it fits %i px in %s and has no serious fault', async (width, colorScheme) => {
  const { page, context } = await desk(`?the=ton-vinh#nguon-goc=${ROW}&nguon-goc-don-vi=${BY_FILE}`, {
    viewport: { width, height: 800 },
    colorScheme,
  });
  await page.locator('.passport').getByRole('button', { name: 'Tải tệp gốc' }).waitFor();
  await page.locator('.honours').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, `desk-passport-${width}-${colorScheme}`);
  await page.goto(`${service.baseUrl}/desk/?the=ton-vinh&donvi=${BY_FILE}`);
  await page.locator('.behind').waitFor();
  await page.locator('.behind').scrollIntoViewIfNeeded();
  await pictureOf(page, `desk-honours-${width}-${colorScheme}`);
  await context.close();
});

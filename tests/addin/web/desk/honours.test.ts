import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Report } from '../../../../core/report.ts';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { aReport, obligations, send, signInAt } from './a-desk.ts';

const HOME = 'SNV' as AgencyId;

let service: Service;
let chromium: Chromium;

const named = (report: Report): Report => ({
  ...report,
  indicators: Object.fromEntries(
    Object.entries(report.indicators).map(([row, entry]) => [row, { ...entry, evidence: 'BC 12/BC-SNV' }]),
  ) as Report['indicators'],
});

served(async (both) => {
  ({ service, chromium } = both);
  for (const [k, { id }] of obligations.agencies.slice(0, 24).entries())
    await send(service, aReport(id, k % 2 === 0 || id === HOME ? named : undefined));
});

async function desk(query = '?the=ton-vinh', options: Parameters<Chromium['visit']>[0] = {}) {
  const visit = await chromium.visit({
    origin: service.baseUrl,
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
    ...options,
  });
  await signInAt(visit.page, service, 'VPUB', query);
  return visit;
}

test('the groups are ranked apart; an agency opens with what stands behind each point, and each row leads to its cell', async () => {
  const { page, errors, strayed, context } = await desk();
  const list = page.getByRole('region', { name: 'Các sở, ban, ngành', exact: true });
  await list.getByRole('button', { name: 'Sở Nội vụ' }).click();
  expect(await page.getByRole('region', { name: 'UBND các xã, phường, đặc khu', exact: true }).getByRole('row').count()).toBe(97);
  const behind = list.locator('.behind');
  await behind.getByText(/^Đúng hạn: \d+\/20 điểm/).waitFor();
  expect(new URL(page.url()).searchParams.get('donvi')).toBe(HOME);
  await behind.getByText(/^Minh chứng:/).click();
  await behind.getByRole('link', { name: 'I.1.3', exact: true }).last().click();
  await page.getByRole('heading', { name: 'I.1.3 · Sở Nội vụ' }).waitFor();
  await page.goBack();
  await behind.getByText(/^Đúng hạn: \d+\/20 điểm/).waitFor();
  expect([errors, strayed]).toEqual([[], []]);
  await context.close();
});

test('the method is told, and the list goes out as a workbook with it', async () => {
  const { page, context } = await desk();
  await page.getByText('Cách tính điểm').click();
  await page.getByText('Đúng hạn: tối đa 20 điểm').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải danh sách kèm cách tính (.xlsx)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('ton-vinh-2026.xlsx');
  await context.close();
});

test('weights are changed in the settings, and only as a whole of a hundred', async () => {
  const { page, context } = await desk('?the=quan-tri&muc=thiet-lap');
  const part = page.locator('.panel', { has: page.getByRole('heading', { name: 'Danh sách xem xét tôn vinh' }) });
  await part.getByLabel('Đúng hạn').fill('50');
  await part.getByText('Tổng: 130 điểm; điểm tối đa của các phần phải cộng lại bằng 100.').waitFor();
  await page.getByLabel('Lý do thay đổi').fill('Thống nhất cách chấm');
  expect(await page.getByRole('button', { name: 'Lưu thiết lập' }).isDisabled()).toBe(true);
  await part.getByLabel('Kết quả được giao riêng').fill('0');
  await part.getByText('Tổng: 100 điểm').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await page.getByText('Đã lưu thiết lập.').waitFor();
  await page.getByRole('link', { name: 'Tôn vinh' }).click();
  await page.getByRole('columnheader', { name: 'Đúng hạn /50' }).first().waitFor();
  expect(await page.getByRole('columnheader', { name: /Kết quả được giao riêng/ }).count()).toBe(0);
  await context.close();
});

test('a lead does not see it', async () => {
  const { page, context } = await chromium.visit({ origin: service.baseUrl });
  await signInAt(page, service, 'SNV', '?the=ton-vinh');
  await page.getByRole('grid').waitFor();
  expect(await page.getByRole('link', { name: 'Tôn vinh' }).count()).toBe(0);
  await context.close();
});

test.each([
  [360, 'light'],
  [768, 'dark'],
  [1366, 'light'],
] as const)('it fits %i px and has no serious fault', async (width, colorScheme) => {
  const { page, context } = await desk(`?the=ton-vinh&donvi=${HOME}`, { viewport: { width, height: 800 }, colorScheme });
  await page.locator('.behind').waitFor();
  await page.getByText('Cách tính điểm').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, `desk-honours-${width}-${colorScheme}`);
  await context.close();
});

import type { AgencyId } from '../../../../core/plan/agency.ts';
import { Period } from '../../../../core/plan/period.ts';
import type { Report } from '../../../../core/report.ts';
import { buildForm } from '../../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../../templates/form/form-values.ts';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { printedPages } from '../../../support/printed-pages.ts';
import { served } from '../../../support/served.ts';
import { aReport, obligations, send, signInAt } from './a-desk.ts';

const SENT = 70;
const [SHORT, RETURNED] = ['SYT', 'STC'] as AgencyId[];
const REFUSED = obligations.agencies.at(-1)!;

let service: Service;
let chromium: Chromium;

const withoutFirstTask = (report: Report): Report => ({ ...report, tasks: Object.fromEntries(Object.entries(report.tasks).slice(1)) });

async function call(method: string, path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const isFile = body instanceof Uint8Array;
  return fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${service.keys.VPUB}`,
      'content-type': isFile ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'application/json',
      ...headers,
    },
    body: isFile ? Buffer.from(body) : JSON.stringify(body),
  });
}

served(async (both) => {
  ({ service, chromium } = both);
  for (const { id } of obligations.agencies.slice(0, SENT)) await send(service, aReport(id, id === SHORT ? withoutFirstTask : undefined));
  await call('POST', `/periods/2026/reports/${RETURNED}/review`, {
    version: 1,
    decision: 'return',
    remarks: { 'PL1.I.1.3': 'Kiểm tra lại' },
  });
  const values = new Map(formValuesOf(aReport(REFUSED.id)));
  const row = [...values.keys()].find((one) => values.get(one)?.denominator !== undefined)!;
  values.set(row, { ...values.get(row), numerator: 120, denominator: 100 });
  const refused = await call('POST', '/periods/2026/intake', await buildForm({ obligations, agency: REFUSED.id, values }), {
    'idempotency-key': 'refused',
  });
  expect(refused.status).toBe(422);
  const contacts = { [REFUSED.id]: { name: 'Nguyễn Thị An', phone: '0255 3822 000' } };
  await call(
    'PUT',
    '/periods/2026/settings',
    { settings: { agencies: {}, reporters: {}, rules: [], waivers: [], contacts }, reason: 'Đầu mối' },
    { 'if-match': '"0"' },
  );
});

const desk = async (query = '', options: Parameters<Chromium['visit']>[0] = {}) => {
  const visit = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 }, ...options });
  await signInAt(visit.page, service, 'VPUB', query);
  await visit.page.locator('.overview .calls li').first().waitFor();
  return visit;
};

test('the desk opens at the overview: what is met, who has reported, the worst three, whom to call and how', async () => {
  const { page, context, errors, strayed } = await desk();
  expect(await page.locator('.tabs [aria-current]').textContent()).toBe('Tổng quan');
  const [whole] = await page.getByRole('heading', { name: 'chỉ tiêu của kỳ 2026' }).allTextContents();
  const counts = await page.locator('.counts strong').allTextContents();
  expect(whole).toBe(`${counts.reduce((sum, text) => sum + Number(text), 0)} chỉ tiêu của kỳ 2026`);
  expect(await page.locator('.results tbody tr').count()).toBe(Number.parseInt(whole ?? '', 10));
  expect(
    await page
      .locator('section', { has: page.getByRole('heading', { name: 'Chỉ tiêu kém nhất' }) })
      .locator('li')
      .count(),
  ).toBe(3);
  const calls = page.locator('.calls');
  expect(await calls.locator('h4').allTextContents()).toEqual([
    'Tệp bị từ chối, chưa gửi lại (1)',
    `Chưa gửi (${obligations.agencies.length - SENT - 1})`,
    'Trả lại, chưa gửi lại (1)',
    'Điền chưa đủ dòng (1)',
  ]);
  const refused = calls.locator('li', { hasText: REFUSED.name });
  expect(await refused.textContent()).toContain('Nguyễn Thị An, 0255 3822 000');
  expect(await refused.getByRole('link', { name: '0255 3822 000' }).getAttribute('href')).toBe('tel:02553822000');
  await page.getByRole('link', { name: 'và 37 đơn vị khác' }).click();
  expect(new URL(page.url()).searchParams.get('trangthai')).toBe('thieu');
  expect([errors, strayed]).toEqual([[], []]);
  await context.close();
});

test('every chart says in words what it draws; a chosen group is drawn beside the whole, and the address keeps it', async () => {
  const { page, context } = await desk();
  const charts = page.locator('.overview svg');
  const labels = await charts.evaluateAll((all) => all.map((one) => [one.getAttribute('role'), one.getAttribute('aria-label')]));
  expect(labels.every(([role, label]) => role === 'img' && /\d/.test(label ?? ''))).toBe(true);
  const group = obligations.plan.agencyGroups[0]!;
  await page.locator('.overview').getByRole('link', { name: group.name }).click();
  await page.getByRole('heading', { name: `Kết quả so với mục tiêu: ${group.name}` }).waitFor();
  expect(new URL(page.url()).searchParams.get('khoi')).toBe(group.id);
  expect(await page.locator('.bullet .beside').count()).toBeGreaterThan(0);
  await page.reload();
  await page.getByRole('heading', { name: `Kết quả so với mục tiêu: ${group.name}` }).waitFor();
  await context.close();
});

test.each([
  [360, 'light'],
  [360, 'dark'],
  [768, 'dark'],
  [1366, 'light'],
  [1366, 'dark'],
  [2560, 'light'],
] as const)('the overview stands at %i px, %s, without a serious fault', async (width, colorScheme) => {
  const { page, context } = await desk('', { viewport: { width, height: 800 }, colorScheme });
  // as wide as figures become when nearly all agencies have reported
  await page.locator('.by-group td.number').evaluateAll((cells) => {
    for (const cell of cells) cell.textContent = '103/112 (91,96%)';
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, `overview-${width}-${colorScheme}`);
  if (width === 1366 && colorScheme === 'light') {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
    await pictureOf(page, 'overview-grey');
  }
  await context.close();
});

test('printed, the overview is one page A4', async () => {
  const { page, context } = await desk();
  const pages = await printedPages(page, 'overview');
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Đơn vị cần gọi');
  await context.close();
});

test('beside a closed period every result says how it has changed', async () => {
  await call('POST', '/periods/2026/close', {});
  await call('POST', '/periods', { period: '2027' });
  for (const { id } of obligations.agencies.slice(0, 12)) await send(service, { ...aReport(id), period: Period.parse('2027') });
  const { page, context } = await desk('?ky=2027');
  await page.getByText(/^(Tăng|Giảm) \d+ chỉ tiêu đạt so với kỳ 2026 \(\d+ chỉ tiêu đạt\)\.|^Bằng kỳ 2026/).waitFor();
  await page.getByRole('columnheader', { name: 'So với 2026' }).waitFor();
  // The names have the most room, whatever a goal of words is as long as.
  await page.setViewportSize({ width: 1366, height: 800 });
  const widths = await page
    .locator('.results tbody tr:first-child > *')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width));
  expect(Math.max(...widths.slice(1)) * 1.5).toBeLessThan(widths[0] ?? 0);
  expect(await page.locator('.results tbody td:nth-child(4)', { hasText: /^(tăng|giảm) [\d,]+$|^không đổi$/ }).count()).toBeGreaterThan(3);
  await pictureOf(page, 'overview-2027');
  expect(await printedPages(page, 'overview-2027')).toHaveLength(1);
  await context.close();
});

import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Service } from '../../../support/a-service.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { isWhole } from '../../../support/is-whole.ts';
import { served } from '../../../support/served.ts';
import { tooSmall } from '../../../support/too-small.ts';
import { aReport, send, signInAt } from './a-desk.ts';

const TABS = ['tong-quan', 'ma-tran', 'canh-bao', 'nhiem-vu', 'tinh-hinh', 'ton-vinh', 'xuat', 'quan-tri'];

let service: Service;
let chromium: Chromium;

served(async (both) => {
  ({ service, chromium } = both);
  for (const id of ['SNV', 'SYT', 'XA-23377'] as AgencyId[]) await send(service, aReport(id));
});

const touched = async (width: number, height: number, query = '') => {
  const { page, context } = await chromium.visit({ viewport: { width, height }, hasTouch: true, isMobile: true });
  await signInAt(page, service, 'VPUB', query);
  await page.locator('.tabs').waitFor();
  return { page, context };
};

test.each(TABS)('on a telephone what people came for begins within 160 px, and what is pressed has room for a finger: %s', async (the) => {
  const { page, context } = await touched(360, 740, `?the=${the}`);
  await page.locator('main :is(h2, h3)').first().waitFor();
  await isWhole(page);
  const head = await page.locator('.tabs').boundingBox();
  expect((head?.y ?? 0) + (head?.height ?? 0)).toBeLessThanOrEqual(160);
  const open = await page.locator('.tabs [aria-current]').boundingBox();
  expect((open?.x ?? -1) >= 0 && (open?.x ?? 0) + (open?.width ?? 0) <= 360).toBe(true);
  expect(await tooSmall(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await pictureOf(page, `desk-phone-${the}`);
  await context.close();
});

test('the way to other pages and out of this one opens with a touch and closes with the next', async () => {
  const { page, context } = await touched(360, 740);
  const out = page.getByRole('button', { name: 'Đăng xuất' });
  expect(await out.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Trình đơn' }).tap();
  await out.waitFor();
  expect(await tooSmall(page)).toEqual([]);
  await pictureOf(page, 'desk-phone-menu');
  await page.touchscreen.tap(20, 600);
  await out.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Trình đơn' }).tap();
  await page.getByRole('link', { name: 'Hướng dẫn' }).tap();
  await page.getByRole('heading', { name: 'Hướng dẫn', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Trình đơn' }).tap();
  await page.getByRole('link', { name: 'Công khai' }).waitFor();
  await context.close();
});

test.each([
  [768, 1024],
  [1366, 768],
])('a row of the matrix has room for a finger where the machine is worked with fingers: %d × %d', async (width, height) => {
  const { page, context } = await touched(width, height, '?the=ma-tran');
  await page.getByRole('grid').waitFor();
  expect(await tooSmall(page)).toEqual([]);
  await pictureOf(page, `desk-fingers-matrix-${width}`);
  await context.close();
});

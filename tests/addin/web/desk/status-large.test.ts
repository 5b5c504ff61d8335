import type { StatusLine } from '../../../../contract/routes/get-status.ts';
import { madeUpAgencies } from '../../../../demo/made-up/made-up-agencies.ts';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { signInAt } from './a-desk.ts';

const AGENCIES = 3400;
let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

test('of 3.400 lines of status only those in sight are in the page, by keyboard too; all can be ticked, and paper has all', async () => {
  const agencies = madeUpAgencies(AGENCIES);
  const { page, errors } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 } });
  const answer = (path: string, value: unknown) =>
    page.route(path, (route) =>
      route.request().headers()['if-none-match']
        ? route.fulfill({ status: 304 })
        : route.fulfill({ contentType: 'application/json', headers: { etag: '"1"' }, body: JSON.stringify(value) }),
    );
  await answer('**/api/agencies', { agencies });
  await answer('**/api/periods/2026/agencies', { agencies });
  const status = agencies.map(
    ({ id }, k): StatusLine => ({
      ...{ agency: id, state: k % 2 ? 'submitted' : 'not-started', version: k % 2 ? 1 : null, at: null, by: null, returnedAt: null },
      ...{ remarks: 0, acceptedRows: 0, rowsFilled: 3, rowsOwed: 9, daysLate: 0, openWarnings: k % 7, warnings: k % 7 },
    }),
  );
  await answer('**/api/periods/2026/status', { agencies: status });
  const started = Date.now();
  await signInAt(page, service, 'VPUB', '?the=tinh-hinh');
  const table = page.locator('table.reports');
  await table.locator('tbody tr[aria-rowindex="2"]').waitFor();
  console.info(`desk: 3.400 lines of status shown ${Date.now() - started} ms after the sign-in`);
  expect(await table.getAttribute('aria-rowcount')).toBe(String(AGENCIES + 1));
  expect(await table.locator('tbody tr').count()).toBeLessThan(60);
  // to the far end and back, and the lines there are the right ones
  const box = page.getByRole('region', { name: 'Tình hình của các đơn vị' });
  await box.evaluate((one) => one.scrollTo(0, one.scrollHeight));
  await table.getByRole('link', { name: agencies.at(-1)!.name, exact: true }).waitFor();
  expect(await table.locator('tbody tr').count()).toBeLessThan(60);
  await box.evaluate((one) => one.scrollTo(0, 1500 * 40));
  await table.getByRole('link', { name: agencies[1505]!.name, exact: true }).waitFor();
  // by keyboard from line to line, past what was drawn at first; the focus stays where it is when its line is scrolled away
  await table.getByRole('link', { name: agencies[1505]!.name, exact: true }).focus();
  for (let k = 0; k < 60; k++) await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'));
  expect(Number(focused)).toBeGreaterThan(1540);
  await box.evaluate((one) => one.scrollTo(0, 0));
  await table.locator('tbody tr[aria-rowindex="2"]').waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'))).toBe(focused);
  await page.getByRole('checkbox', { name: 'Chọn', exact: true }).check();
  await page.getByRole('button', { name: 'Chấp nhận 1700 báo cáo đã chọn' }).click();
  // What warns is not accepted unseen.
  const warned = status.filter(({ state, warnings }) => state === 'submitted' && warnings > 0);
  await page.getByText(`${warned.length}/1700 báo cáo đã chọn có cảnh báo`).waitFor();
  await page.getByRole('button', { name: 'Xem lại' }).click();
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'desk-status-large');
  const frames = await box.evaluate(async (one) => {
    const times: number[] = [];
    let last = performance.now();
    for (let k = 0; k < 60; k++) {
      one.scrollBy(0, 400);
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - last);
      last = performance.now();
    }
    return times.sort((a, b) => a - b);
  });
  console.info(
    `desk: status of 3.400 scrolls at ${frames[30]?.toFixed(1)} ms a frame in the middle, ${frames[57]?.toFixed(1)} ms at the 95th`,
  );
  const printed = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const count = document.querySelectorAll('.printed-table tbody tr').length;
    dispatchEvent(new Event('afterprint'));
    return count;
  });
  expect(printed).toBe(AGENCIES);
  expect(errors).toEqual([]);
});

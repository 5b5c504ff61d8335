import type { Page } from 'playwright-core';
import { gridLines, rowGroups } from '../../../../addin/web/desk/matrix/grid-lines.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium } from '../../../support/browser.ts';
import { expectToLookWell } from '../../../support/looks-well.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';
import { aReport, send, signInAt } from './a-desk.ts';

let service: Service;
let chromium: Chromium;

served(async (both) => {
  ({ service, chromium } = both);
  for (const id of ['SNV', 'SYT', 'XA-23377'] as AgencyId[]) await send(service, aReport(id));
});

async function desk(query: string): Promise<Page> {
  const { page } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 } });
  await signInAt(page, service, 'VPUB', query);
  return page;
}

test('a folded group is one line where its first row was; rows of no group are never folded', () => {
  const planned = (id: string, group?: string) => ({ row: { id }, indicator: { id, group } }) as never;
  const rows = [planned('a', 'g1'), planned('b', 'g1'), planned('c'), planned('d', 'g2')];
  const groups = rowGroups(rows, {
    groups: [
      { id: 'g1', phase: 'p', title: 'Một' },
      { id: 'g2', phase: 'p', title: 'Hai' },
    ],
  });
  expect(groups.map(({ id, title, rows: { length } }) => [id, title, length])).toEqual([
    ['g1', 'Một', 2],
    ['g2', 'Hai', 1],
  ]);
  expect(gridLines(rows, groups, new Set(['g1'])).map((line) => ('group' in line ? line.group.id : line.planned.row.id))).toEqual([
    'g1',
    'c',
    'd',
  ]);
  expect(gridLines(rows, groups, new Set())).toHaveLength(4);
});

test('groups of the matrix fold into a line that says how they stand, open by keyboard, and stay folded for the tab', async () => {
  const page = await desk('?the=ma-tran');
  const grid = page.getByRole('grid');
  await grid.waitFor();
  expect(await grid.getAttribute('aria-rowcount')).toBe('22');
  await page.getByText('Nhóm chỉ tiêu', { exact: true }).click();
  await page.getByLabel(/^I\.1 /).uncheck();
  await page.getByLabel(/^II\.2 /).uncheck();
  await page.getByText('Nhóm chỉ tiêu (gập 2)').click();
  await soon(async () => expect(await grid.getAttribute('aria-rowcount')).toBe(String(22 - 3 + 1 - 6 + 1)));
  const line = grid.getByRole('rowheader', { name: /I\.1 Cung cấp dịch vụ số bao trùm, thông minh \(3\)/ });
  expect(await line.getAttribute('aria-expanded')).toBe('false');
  expect(await line.textContent()).toMatch(/(Đạt|Chưa đạt, còn hạn): \d/);
  await expectToLookWell(page, 'desk-matrix-folded');
  await page.reload();
  await line.waitFor();
  await grid.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('I.1.1'));
  await soon(async () => expect(await grid.getAttribute('aria-rowcount')).toBe(String(22 - 6 + 1)));
  await page.keyboard.press('ArrowDown');
  await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^I\.1\.2/));
  // another tab of the browser has its own
  const other = await desk('?the=ma-tran');
  await other.getByRole('grid').waitFor();
  expect(await other.getByRole('grid').getAttribute('aria-rowcount')).toBe('22');
});

test('beside the counts stand rates, by group and together: sent, in time, accepted', async () => {
  const page = await desk('?the=tinh-hinh');
  await page.getByText('Tỷ lệ theo khối').click();
  const box = page.getByRole('region', { name: 'Tỷ lệ theo khối' });
  const late = (await page.locator('.at-a-glance').textContent())?.match(/Gửi muộn\s*(\d+)/)?.[1];
  const all = await box.getByRole('row').last().textContent();
  expect(all).toContain('Toàn tỉnh3/112 (2,68%)');
  expect(all).toContain(`${3 - Number(late)}/112`);
  expect(await box.getByRole('row', { name: /xã, phường/ }).textContent()).toContain('1/96 (1,04%)');
  await expectToLookWell(page, 'desk-rates');
  await page.goto(`${service.baseUrl}/desk/?the=tong-quan`);
  const groups = page.getByRole('region', { name: 'Theo khối đơn vị' });
  await groups.getByText('1/96 (1,04%)').first().waitFor();
  expect(await groups.getByRole('columnheader').allTextContents()).toContain('Đúng hạn');
  await expectToLookWell(page, 'desk-overview-rates');
});

test('the list of groups opens within the page, however wide that is', async () => {
  const page = await desk('?the=ma-tran');
  await page.getByRole('grid').waitFor();
  await page.getByText('Nhóm chỉ tiêu', { exact: true }).click();
  for (const width of [320, 768, 1000, 1100, 1280, 1366, 2560]) {
    await page.setViewportSize({ width, height: 768 });
    const box = await page.locator('.fold > .panel').boundingBox();
    expect([width, (box?.x ?? -1) >= 0, (box?.x ?? 0) + (box?.width ?? 0) <= width]).toEqual([width, true, true]);
  }
});

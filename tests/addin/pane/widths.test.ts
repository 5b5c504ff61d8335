import type { Page } from 'playwright-core';
import { cellName } from '../../../core/grid.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import { ExcelModel } from '../../support/excel/model.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { lookFaults } from '../../support/look-faults.ts';
import { served } from '../../support/served.ts';
import { aReport, send } from '../web/desk/a-desk.ts';
import { aModel, signIn } from './a-pane.ts';

// From a pane that was pulled as narrow as Excel lets it, over the manifest's and Excel's own, to one beside a wide screen.
const WIDTHS = [270, 320, 350, 600];
const LOOKS = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced', media: { colorScheme: 'light', forcedColors: 'active' } },
] as const;
/** Excel keeps its own menu there (documentation of task panes: personality menu, 34 × 32 px on Windows). */
const MENU = { width: 34, height: 32 };

let service: Service;
let chromium: Chromium;

served(async (both) => {
  ({ service, chromium } = both);
  for (const id of ['STC', 'SYT'] as AgencyId[]) await send(service, aReport(id));
});

/** Whatever is cut off at the side, or runs over what stands beside it. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) => one.checkVisibility() && !one.closest('.scroll, .visually-hidden, svg, [role=grid]'))
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
      .map((one) => one.outerHTML.slice(0, 100)),
  );

/** What can be pressed in the corner that is Excel's own. */
const underMenu = (page: Page) =>
  page.evaluate(({ width, height }) => {
    scrollTo(0, 0);
    return [...document.querySelectorAll('button, a, input, select')]
      .filter((one) => one.checkVisibility() && !one.matches('.skip, .visually-hidden'))
      .filter((one) => {
        const { right, top, bottom } = one.getBoundingClientRect();
        return right > innerWidth - width && top < height && bottom > 0;
      })
      .map((one) => one.outerHTML.slice(0, 100));
  }, MENU);

async function looksWellAtEachWidth(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const look of LOOKS) {
      await page.emulateMedia(look.media);
      await pictureOf(page, `pane-${name}-${width}-${look.name}`);
    }
    expect([name, width, await cutOff(page), await underMenu(page), await lookFaults(page)]).toEqual([name, width, [], [], []]);
    await page.emulateMedia(LOOKS[0].media);
  }
  for (const { media } of LOOKS.slice(0, 2)) {
    await page.emulateMedia(media);
    await page.setViewportSize({ width: 320, height: 800 });
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
  }
  await page.emulateMedia(LOOKS[0].media);
}

test('the pane of an agency at each width, light, dark, in forced colours: outside, with faults, sent, returned', async () => {
  const { page, context } = await chromium.visit();
  const { model } = await aModel('SNV', 120, 100);
  const { pane } = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  await pane.getByLabel('Mã truy cập').waitFor();
  await looksWellAtEachWidth(page, 'sign-in');
  await signIn(pane, service, 'SNV');
  const fault = pane.getByRole('button', { name: /^Tới ô/ }).first();
  const cell = ((await fault.textContent()) ?? '').replace('Tới ô ', '');
  model.select('Phụ lục I', cell);
  await looksWellAtEachWidth(page, 'faults');
  model.type('Phụ lục I', cell, 95);
  await pane.getByText('Tử số (120)').waitFor({ state: 'detached' });
  await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await pane.getByText('Đã nhận báo cáo.').waitFor();
  await looksWellAtEachWidth(page, 'receipt');
  const headers = { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ version: 1, decision: 'return', remarks: { 'PL1.I.1.3': 'Đề nghị rà soát lại tử số của chỉ tiêu này' } });
  await fetch(`${service.baseUrl}/api/periods/2026/reports/SNV/review`, { method: 'POST', headers, body });
  await page.reload();
  await pane.getByText('Đề nghị rà soát lại tử số').first().waitFor();
  await looksWellAtEachWidth(page, 'returned');
  await context.close();
});

test('the pane of a consolidator at each width, light, dark, in forced colours: the list, a report, the matrix with a cell', async () => {
  const { page, context } = await chromium.visit();
  const model = new ExcelModel();
  model.addSheet('Nháp').put(1, 1, { value: 'việc riêng' });
  const { pane } = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  await pane.getByLabel('Mã truy cập').fill(service.keys.VPUB!);
  await pane.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await pane.getByRole('button', { name: 'Đưa ma trận vào sổ' }).click();
  await pane.getByText('Đã đưa ma trận vào trang').waitFor();
  await looksWellAtEachWidth(page, 'office');
  const matrix = model.sheets.at(-1)!;
  const numbers = Array.from({ length: 130 }, (_, k) => k + 1);
  const line = numbers.find((k) => matrix.at(k, 1).value === 'PL1.I.1.3')!;
  model.select(matrix.title, cellName(line, numbers.find((k) => matrix.at(5, k).value === 'STC')!));
  await pane.getByRole('heading', { name: /· Sở Tài chính$/ }).waitFor();
  await looksWellAtEachWidth(page, 'office-cell');
  await pane.getByLabel('Tìm đơn vị').fill('so y te');
  await pane.getByRole('list', { name: 'Các đơn vị' }).getByRole('button').first().click();
  await pane
    .getByLabel(/^Ý kiến về dòng/)
    .first()
    .waitFor();
  await looksWellAtEachWidth(page, 'office-review');
  await context.close();
});

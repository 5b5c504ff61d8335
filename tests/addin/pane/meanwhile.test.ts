import { cellName } from '../../../core/grid.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { HEADER_ROW } from '../../../templates/form/form-table.ts';
import type { Service } from '../../support/a-service.ts';
import type { Chromium } from '../../support/browser.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { served } from '../../support/served.ts';
import { aReport, send } from '../web/desk/a-desk.ts';
import { aModel, signIn } from './a-pane.ts';

// What becomes otherwise while the pane stands open, and no event of Excel's says so.

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

async function office(path: string, body: object): Promise<void> {
  const headers = { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json' };
  const answer = await fetch(`${service.baseUrl}/api/periods/2026${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`[office] "${path}": ${answer.status} ${await answer.text()}`);
}

test('over midnight the days that are left and the day of checking are those of the new day', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  await page.clock.install({ time: new Date('2026-11-20T16:50:00Z') }); // ten minutes before midnight in Viet Nam
  const { model } = await aModel('STC', 90, 100);
  const columns = Array.from({ length: 30 }, (_, k) => k + 1);
  const rows = Array.from({ length: 60 }, (_, k) => HEADER_ROW + 1 + k);
  const task = rows.find((one) => model.valueAt('Phụ lục II', `A${one}`) !== '')!;
  const column = columns.find((one) => model.valueAt('Phụ lục II', cellName(HEADER_ROW, one)) === 'Ngày ban hành')!;
  model.type('Phụ lục II', cellName(task, column), 46347); // 21/11/2026
  const { pane } = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  await signIn(pane, service, 'STC');
  const [left] = /còn \d+ ngày/.exec((await pane.locator('.whose').textContent()) ?? '') ?? [];
  const days = Number(/\d+/.exec(left ?? '')?.[0]);
  const ahead = pane.getByText('Ngày ban hành 21/11/2026 sau ngày kiểm tra (20/11/2026).');
  await ahead.waitFor();
  await page.clock.fastForward('00:11:00');
  await pane.getByText(`còn ${days - 1} ngày`).waitFor();
  await ahead.waitFor({ state: 'detached' });
  await context.close();
});

test('a report that was returned meanwhile is told when the pane comes to the front', async () => {
  await send(service, aReport('SYT' as AgencyId));
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { model, row } = await aModel('SYT', 90, 100);
  const { pane } = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  await signIn(pane, service, 'SYT');
  await office('/reports/SYT/review', { version: 1, decision: 'return', remarks: { [row]: 'Đề nghị rà soát lại tử số' } });
  await pane.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await pane.getByText('Đề nghị rà soát lại tử số').first().waitFor();
  await context.close();
});

test('a period that is closed and opened again meanwhile is known by a click on “Kiểm tra lại”', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { model } = await aModel('SXD', 90, 100);
  const { pane } = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  await signIn(pane, service, 'SXD');
  const closed = pane.getByText('Kỳ báo cáo đã khóa nên không gửi được nữa.');
  const again = pane.getByRole('button', { name: 'Kiểm tra lại' });
  await office('/close', {});
  await again.click();
  await closed.waitFor();
  await office('/reopen', { reason: 'Bổ sung số liệu' });
  await again.click();
  await closed.waitFor({ state: 'detached' });
  expect(await pane.getByRole('button', { name: 'Gửi báo cáo' }).isEnabled()).toBe(true);
  await context.close();
});

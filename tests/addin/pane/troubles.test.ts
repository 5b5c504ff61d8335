import { cellName } from '../../../core/grid.ts';
import { HEADER_ROW } from '../../../templates/form/form-table.ts';
import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import type { Knobs } from '../../support/excel/knobs.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { served } from '../../support/served.ts';
import { soon } from '../../support/soon.ts';
import { aModel, signIn } from './a-pane.ts';

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

/** The pane of an agency whose first row has more in its part than in its whole. */
async function aPane(agency: string, { knobs = {} }: { readonly knobs?: Partial<Knobs> } = {}) {
  const { page } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { model, row } = await aModel(agency, 120, 100, knobs);
  const excel = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  return { page, model, row, pane: excel.pane, excel };
}

const faultCell = async (pane: Awaited<ReturnType<typeof aPane>>['pane']): Promise<string> =>
  (
    (await pane
      .getByRole('button', { name: /^Tới ô/ })
      .first()
      .textContent()) ?? ''
  ).replace('Tới ô ', '');

test('an Excel below the floor is told where to send the form instead', async () => {
  const { page, pane } = await aPane('SNV', { knobs: { requirementSet: '1.13' } });
  await pane.getByText('Excel trên máy này quá cũ').waitFor();
  expect(await pane.getByRole('link', { name: 'Mở trang nộp báo cáo' }).getAttribute('href')).toBe('/');
  expect(await seriousFaults(page)).toEqual([]);
});

test('while a cell is being typed in the pane waits, says for what, and goes on when it is left', async () => {
  const { page, pane, model } = await aPane('SNNMT');
  model.typing = true;
  await pane.getByLabel('Mã truy cập').fill(service.keys.SNNMT!);
  await pane.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await pane.getByText('Đang gõ dở trong một ô.').waitFor();
  await pictureOf(page, 'pane-typing');
  model.typing = false;
  await pane.getByText('Tử số (120) lớn hơn mẫu số (100).').waitFor();
  await pane.getByText('Đang gõ dở trong một ô.').waitFor({ state: 'detached' });
});

test('an input cell that a paste has locked is told and opened by a click', async () => {
  const { page, pane, model } = await aPane('SVHTTDL');
  await signIn(pane, service, 'SVHTTDL');
  const cell = await faultCell(pane);
  model.paste('Phụ lục I', cell, [[130]], { brings: { look: { locked: true, numberFormat: 'General' } } });
  const open = pane.getByRole('button', { name: 'Sửa ô bị khóa' });
  await open.waitFor();
  await pictureOf(page, 'pane-locked-input');
  expect(await seriousFaults(page)).toEqual([]);
  await open.click();
  await open.waitFor({ state: 'detached' });
  model.type('Phụ lục I', cell, 95);
  await pane.getByText('Tử số (130)').waitFor({ state: 'detached' });
  expect(model.sheet('Phụ lục I').locked).toBe(true);
});

test('a damaged form is brought back by a click, and what was typed stays', async () => {
  const { page, pane, model } = await aPane('SCT');
  await signIn(pane, service, 'SCT');
  const cell = await faultCell(pane);
  model.unprotect('Phụ lục I');
  const sheet = model.sheet('Phụ lục I');
  const column = Array.from({ length: 30 }, (_, k) => k + 1).find((one) => sheet.at(HEADER_ROW, one).value === 'Kiểm tra')!;
  const row = Number(/\d+/.exec(cell)?.[0]);
  const formula = sheet.at(row, column).formula;
  expect(formula).not.toBeNull();
  sheet.put(row, column, { formula: null, value: 'x' });
  await pane.getByText('Biểu bị hỏng?').click();
  await pane.getByRole('button', { name: 'Sửa biểu' }).click();
  await pane.getByText('Đã sửa biểu: 1 tiêu đề, công thức').waitFor();
  await pictureOf(page, 'pane-repaired');
  expect(sheet.at(row, column).formula).toBe(formula);
  expect([sheet.locked, model.valueAt('Phụ lục I', cell)]).toEqual([true, 120]);
});

test('where edits are not told, a click checks the form, and what is sent is what stands there', async () => {
  const { pane, model } = await aPane('SYT', { knobs: { lostEvents: true } });
  await signIn(pane, service, 'SYT');
  await pane.getByText('Tử số (120) lớn hơn mẫu số (100).').waitFor();
  model.type('Phụ lục I', await faultCell(pane), 95);
  await pane.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await pane.getByText('Tử số (120)').waitFor({ state: 'detached' });
  await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await pane.getByText('Đã nhận báo cáo.').waitFor();
});

test('an Excel that calculates only when it is told is named with the key that tells it, until it calculates by itself', async () => {
  const { page, pane, model } = await aPane('SGDDT');
  await signIn(pane, service, 'SGDDT');
  const notice = pane.getByText('Excel đang tắt tự tính lại nên cột Kiểm tra và ô có công thức có thể còn số cũ. Nhấn F9,');
  expect(await notice.count()).toBe(0);
  model.calculates = 'Manual';
  model.type('Phụ lục I', await faultCell(pane), 130);
  await notice.waitFor();
  await pictureOf(page, 'pane-manual-calculation');
  model.calculates = 'Automatic';
  await pane.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await notice.waitFor({ state: 'detached' });
});

test('on a sheet that somebody protected the form’s own input cells are still fixed', async () => {
  const { pane, model } = await aPane('STC');
  await signIn(pane, service, 'STC');
  const cell = await faultCell(pane);
  model.type('Phụ lục I', cell, '50', { numberFormat: '@' });
  const offer = pane.getByRole('button', { name: 'Đổi thành số 50' });
  await offer.waitFor();
  model.protect('Phụ lục I');
  await offer.click();
  await offer.waitFor({ state: 'detached' });
  expect(model.valueAt('Phụ lục I', cell)).toBe(50);
});

test('a day and a rate that were typed as text become a day and a rate, and show as such', async () => {
  const { pane, model } = await aPane('SGDDT');
  await signIn(pane, service, 'SGDDT');
  const header = (column: number) => String(model.valueAt('Phụ lục II', cellName(HEADER_ROW, column)) ?? '');
  const columns = Array.from({ length: 30 }, (_, k) => k + 1);
  const columnOf = (wanted: string) => columns.find((column) => header(column).startsWith(wanted))!;
  const row = Array.from({ length: 60 }, (_, k) => HEADER_ROW + 1 + k).find((one) => model.valueAt('Phụ lục II', `A${one}`) !== '')!;
  const [day, rate] = [cellName(row, columnOf('Ngày ban hành')), cellName(row, columnOf('Tiến độ'))];
  for (const [cell, text, numberFormat, offer] of [
    [day, '05/11/2026', 'dd/mm/yyyy', /^Đổi thành ngày/],
    [rate, '45%', '0%', /^Đổi thành .*45%/],
  ] as const) {
    model.type('Phụ lục II', cell, text, { numberFormat });
    const button = pane.getByRole('button', { name: offer });
    await button.click();
    await button.waitFor({ state: 'detached' });
  }
  expect([model.valueAt('Phụ lục II', day), model.valueAt('Phụ lục II', rate)]).toEqual([46331, 0.45]);
  // Of a format that a paste has brought the protected form lets go of no more; the day is the same.
  model.type('Phụ lục II', day, '6.11.2026', { numberFormat: '@' });
  await pane.getByRole('button', { name: 'Đổi thành ngày 06/11/2026' }).click();
  await pane.getByText('ô vừa sửa giữ định dạng cũ').waitFor();
  expect(model.valueAt('Phụ lục II', day)).toBe('06/11/2026');
});

test('a workbook that keeps nothing in its settings still sends a content once', async () => {
  const { page, pane, model } = await aPane('SCT', { knobs: { forgetsSettings: true } });
  await signIn(pane, service, 'SCT');
  model.type('Phụ lục I', await faultCell(pane), 95);
  await pane.getByText('Tử số (120)').waitFor({ state: 'detached' });
  const keys: (string | undefined)[] = [];
  await page.route('**/api/periods/2026/reports/SCT', async (route) => {
    const request = route.request();
    if (request.method() !== 'PUT') return route.fallback();
    keys.push(request.headers()['idempotency-key']);
    if (keys.length > 1) return route.fallback();
    await fetch(`${service.baseUrl}/api/periods/2026/reports/SCT`, {
      method: 'PUT',
      headers: request.headers(),
      body: request.postData()!,
    });
    return route.abort('connectionreset');
  });
  await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await pane.getByText('Không kết nối được với máy chủ.').waitFor();
  await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await pane.getByText('lần nộp 1,').waitFor();
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(2);
});

test('by the keyboard alone: in, to the finding, into its cell', async () => {
  const { page, pane, model } = await aPane('SXD');
  await pane.getByLabel('Mã truy cập').focus();
  await page.keyboard.insertText(service.keys.SXD!);
  await page.keyboard.press('Enter');
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  const cell = await faultCell(pane);
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab');
    if ((await pane.evaluate(() => document.activeElement?.textContent)) === `Tới ô ${cell}`) break;
  }
  await page.keyboard.press('Enter');
  await soon(() => expect(cellName(model.selection.top, model.selection.left)).toBe(cell));
  model.type('Phụ lục I', cell, 90);
  await pane.getByText('Tử số (120)').waitFor({ state: 'detached' });
});

test('a period that was closed meanwhile is told, and the pane knows it from then on', async () => {
  const { pane, model } = await aPane('TTT');
  await signIn(pane, service, 'TTT');
  model.type('Phụ lục I', await faultCell(pane), 95);
  await pane.getByText('Tử số (120)').waitFor({ state: 'detached' });
  const close = await fetch(`${service.baseUrl}/api/periods/2026/close`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(close.status).toBe(200);
  await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await pane.getByText('Kỳ báo cáo đã khóa nên không gửi được nữa.').waitFor();
  expect(await pane.getByRole('button', { name: 'Gửi báo cáo' }).isDisabled()).toBe(true);
});

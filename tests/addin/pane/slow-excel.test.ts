import type { Frame, Page } from 'playwright-core';
import { cellName } from '../../../core/grid.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { HEADER_ROW } from '../../../templates/form/form-table.ts';
import type { Service } from '../../support/a-service.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import type { Knobs } from '../../support/excel/knobs.ts';
import { ExcelModel } from '../../support/excel/model.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { served } from '../../support/served.ts';
import { soon } from '../../support/soon.ts';
import { aReport, send } from '../web/desk/a-desk.ts';
import { aModel, receiptIn, signIn } from './a-pane.ts';

// In Chromium and in real time: that every claim of the adapter holds at these speeds is tested without waiting (tests/addin/excel).
const SLOW_MS = 700;
/** Longer than an Excel that does not answer is waited for. */
const PATIENCE = '00:31';
const SHEET = 'Phụ lục I';
const BUSY = 'Excel đang bận hoặc đang gõ dở trong một ô. Phần này vẫn chờ Excel trả lời.';

let service: Service;
let chromium: Chromium;

/** The pane beside a workbook; `prepare` sees its page before anything is asked. */
async function aPane(
  model: ExcelModel,
  { way = 'desktop', prepare }: { readonly way?: 'web' | 'desktop'; readonly prepare?: (page: Page) => Promise<unknown> } = {},
) {
  const { page, context } = await chromium.visit({ viewport: { width: 1000, height: 900 } });
  await prepare?.(page);
  const excel = await openPaneInExcel(page, { way, model, paneUrl: `${service.baseUrl}/pane/`, width: 350 });
  return { page, context, excel, pane: excel.pane };
}

const setLatency = (model: ExcelModel, latencyMs: Knobs['latencyMs']): void => {
  model.knobs = { ...model.knobs, latencyMs };
};

async function enterKey(pane: Frame, agency: string): Promise<void> {
  await pane.getByLabel('Mã truy cập').fill(service.keys[agency]!);
  await pane.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** Signs in beside an Excel that was read once, to know whose form it is, and is silent from then on: it cannot be listened to. */
async function enterBesideSilent(page: Page, { model, pane, agency }: { model: ExcelModel; pane: Frame; agency: string }): Promise<void> {
  await page.route(`**/api/periods/2026/reports/${agency}/ground**`, async (route) => {
    setLatency(model, 'never');
    await route.fallback();
  });
  await enterKey(pane, agency);
  await pane.getByText(BUSY).waitFor();
  await page.clock.fastForward(PATIENCE);
  await pane.getByText('Excel không báo khi ô thay đổi; bấm Kiểm tra lại sau khi sửa.').waitFor();
}

async function faultCell(pane: Frame): Promise<string> {
  const jump = pane.getByRole('button', { name: /^Tới ô/ }).first();
  return ((await jump.textContent()) ?? '').replace('Tới ô ', '');
}

async function clickAway(pane: Frame, name: string | RegExp): Promise<void> {
  const button = pane.getByRole('button', { name });
  await button.click();
  await button.waitFor({ state: 'detached' });
}

async function inForce(agency: string): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${service.keys[agency]}` };
  const answer = await fetch(`${service.baseUrl}/api/periods/2026/reports/${agency}`, { headers });
  return (await answer.json()) as Record<string, unknown>;
}

const columns = Array.from({ length: 30 }, (_, k) => k + 1);
const headed = (model: ExcelModel, sheet: string, header: string): number =>
  columns.find((column) => String(model.valueAt(sheet, cellName(HEADER_ROW, column)) ?? '').startsWith(header))!;

/** All at once, since they do little but wait. */
const FLOWS: Readonly<Record<string, () => Promise<void>>> = {
  'at 700 ms a sync a form is filled, checked and sent; of edits that come faster than answers the last one counts': async () => {
    const { model, row } = await aModel('SKHCN', 120, 100, { latencyMs: SLOW_MS });
    const { context, excel, pane } = await aPane(model, { way: 'web' });
    await signIn(pane, service, 'SKHCN');
    await pane.getByText('Tử số (120) lớn hơn mẫu số (100).').waitFor();
    const cell = await faultCell(pane);
    for (const figure of [130, 140, 95]) {
      model.type(SHEET, cell, figure);
      await pane.waitForTimeout(250);
    }
    await pane.getByText(/^Tử số \(\d+\) lớn hơn/).waitFor({ state: 'detached' });
    await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await pane.getByText('Đã nhận báo cáo.').waitFor();
    await pane.getByText(/Excel trả lời sau \d+ ms/).waitFor();
    const report = { indicators: { [row]: { numerator: 95, denominator: 100 } } };
    expect(await inForce('SKHCN')).toMatchObject({ version: 1, report });
    await receiptIn(model);
    expect([excel.unknown(), excel.strayed()]).toEqual([[], []]);
    await context.close();
  },

  'at 700 ms a sync fixes are written where they belong: a number, a day, a lock, a reason': async () => {
    const { model, row } = await aModel('SVHTTDL', 120, 100, { latencyMs: SLOW_MS });
    const { context, pane } = await aPane(model);
    await signIn(pane, service, 'SVHTTDL');
    const numerator = await faultCell(pane);
    model.type(SHEET, numerator, '50', { numberFormat: '@' });
    await clickAway(pane, 'Đổi thành số 50');
    expect(model.valueAt(SHEET, numerator)).toBe(50);

    const task = Array.from({ length: 60 }, (_, k) => HEADER_ROW + 1 + k).find((one) => model.valueAt('Phụ lục II', `A${one}`) !== '')!;
    const day = cellName(task, headed(model, 'Phụ lục II', 'Ngày ban hành'));
    model.type('Phụ lục II', day, '05/11/2026', { numberFormat: 'dd/mm/yyyy' });
    await clickAway(pane, /^Đổi thành ngày/);
    expect(model.valueAt('Phụ lục II', day)).toBe(46331);

    model.paste(SHEET, numerator, [[60]], { brings: { look: { locked: true, numberFormat: 'General' } } });
    await clickAway(pane, 'Sửa ô bị khóa');
    const line = Number(/\d+/.exec(numerator)?.[0]);
    expect([model.valueAt(SHEET, `A${line}`), model.sheet(SHEET).locked]).toEqual([row, true]);
    const at = (header: string) => cellName(line, headed(model, SHEET, header));
    model.type(SHEET, at('Tình trạng'), 'Chưa có số liệu');
    for (const header of ['Tử số', 'Mẫu số', 'Giải trình']) model.clear(SHEET, at(header));
    await pane.getByLabel('Giải trình của dòng').fill('Đang chờ đối chiếu');
    await clickAway(pane, 'Ghi giải trình vào biểu');
    expect(model.valueAt(SHEET, at('Giải trình'))).toBe('Đang chờ đối chiếu');
    await context.close();
  },

  'at 700 ms a sync a report is returned from beside the matrix, and corrected and sent again from beside the form': async () => {
    const { model: form, row } = await aModel('STC', 90, 100, { latencyMs: SLOW_MS });
    await send(service, aReport('STC' as AgencyId));
    const book = new ExcelModel({ latencyMs: SLOW_MS });
    book.addSheet('Nháp');
    const office = await aPane(book);
    await enterKey(office.pane, 'VPUB');
    await office.pane.getByRole('button', { name: 'Đưa ma trận vào sổ' }).click();
    await office.pane.getByText('Đã đưa ma trận vào trang').waitFor();
    const matrix = book.sheets.at(-1)!;
    const numbers = Array.from({ length: 130 }, (_, k) => k + 1);
    const line = numbers.find((k) => matrix.at(k, 1).value === row)!;
    book.select(matrix.title, cellName(line, numbers.find((k) => matrix.at(5, k).value === 'STC')!));
    await office.pane.getByRole('heading', { name: /· Sở Tài chính$/ }).waitFor();
    await office.pane.getByLabel('Tìm đơn vị').fill('so tai chinh');
    await office.pane.getByRole('list', { name: 'Các đơn vị' }).getByRole('button').first().click();
    await office.pane
      .getByLabel(/^Ý kiến về dòng/)
      .first()
      .fill('Đề nghị rà soát lại tử số');
    await office.pane.getByRole('button', { name: 'Trả lại kèm 1 ý kiến' }).click();
    await office.pane.getByText('Đã trả lại báo cáo của Sở Tài chính.').waitFor();
    expect(await inForce('STC')).toMatchObject({ version: 1, state: 'returned' });
    await office.context.close();

    const { context, pane } = await aPane(form);
    await signIn(pane, service, 'STC');
    await pane.getByText('Đề nghị rà soát lại tử số').first().waitFor();
    await pane.getByText('2 thay đổi so với lần nộp 1').waitFor();
    await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await pane.getByText('lần nộp 2,').waitFor();
    expect(await inForce('STC')).toMatchObject({ version: 2, report: { indicators: { [row]: { numerator: 90, denominator: 100 } } } });
    await context.close();
  },

  'an Excel that takes longer than a second is said to be busy while it is waited for, and no longer': async () => {
    const { model } = await aModel('SYT', 120, 100, { latencyMs: 2500 });
    const { page, context, pane } = await aPane(model);
    await enterKey(pane, 'SYT');
    await pane.getByText(BUSY).waitFor();
    await pictureOf(page, 'pane-busy');
    await pane.getByText('Tử số (120) lớn hơn mẫu số (100).').waitFor();
    setLatency(model, 0);
    await pane.getByText(BUSY).waitFor({ state: 'detached' });
    await soon(async () => {
      await pane.getByRole('button', { name: 'Kiểm tra lại' }).click();
      const told = await pane.getByText(/Excel trả lời sau \d+ ms/).textContent();
      expect(Number(/sau (\d+) ms/.exec(told ?? '')?.[1])).toBeLessThan(2500);
    });
    await context.close();
  },

  'where Excel does not answer the very first reading, nothing is guessed: it is asked again': async () => {
    const { model } = await aModel('SCT', 120, 100, { latencyMs: 'never' });
    const asked: string[] = [];
    const { page, context, pane } = await aPane(model, {
      prepare: async (one) => {
        await one.clock.install();
        one.on('request', (request) => asked.push(new URL(request.url()).pathname));
      },
    });
    await enterKey(pane, 'SCT');
    await pane.getByText(BUSY).waitFor();
    await page.clock.fastForward(PATIENCE);
    await pane.getByText(BUSY).waitFor({ state: 'detached' });
    await pane.getByText(BUSY).waitFor();
    expect(asked.filter((path) => path.startsWith('/api/periods/'))).toEqual([]);
    setLatency(model, 0);
    await page.clock.fastForward(PATIENCE);
    await pane.getByText('Tử số (120) lớn hơn mẫu số (100).').waitFor();
    await context.close();
  },

  'the receipt that the workbook keeps is shown, though Excel did not answer when it was asked for it first': async () => {
    const { model } = await aModel('TTT', 90, 100);
    const sent = await fetch(`${service.baseUrl}/api/periods/2026/reports/TTT`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${service.keys.TTT}`,
        'content-type': 'application/json',
        'if-none-match': '*',
        'idempotency-key': 'a0000000-0000-4000-8000-000000000002',
      },
      body: JSON.stringify(aReport('TTT' as AgencyId)),
    });
    model.settings.set('PhuLucSo.phuluc-bien-nhan', await sent.text());
    const { page, context, pane } = await aPane(model, { prepare: (one) => one.clock.install() });
    await enterBesideSilent(page, { model, pane, agency: 'TTT' });
    setLatency(model, 0);
    await page.clock.fastForward(PATIENCE);
    await pane.getByText('Biên nhận của lần nộp 1').waitFor();
    await context.close();
  },

  'where the form cannot be listened to nor read at first, that is said, and both are tried again': async () => {
    const { model } = await aModel('SXD', 120, 100);
    const { page, context, pane } = await aPane(model, {
      prepare: async (one) => {
        await one.clock.install();
      },
    });
    await enterBesideSilent(page, { model, pane, agency: 'SXD' });
    await pane.getByText(BUSY).waitFor();
    await page.clock.fastForward(PATIENCE);
    await pane.getByText('Excel chưa trả lời sau 30 giây.').waitFor();
    await pictureOf(page, 'pane-silent');
    setLatency(model, 0);
    await page.clock.fastForward('00:03');
    await pane.getByText('Tử số (120) lớn hơn mẫu số (100).').waitFor();
    expect(await pane.getByText('Excel chưa trả lời sau 30 giây.').count()).toBe(0);
    await pane.getByText('biểu được kiểm tra lại sau mỗi lần sửa ô.').waitFor();
    model.type(SHEET, await faultCell(pane), 95);
    await pane.getByText('Tử số (120)').waitFor({ state: 'detached' });
    await context.close();
  },
};

const running = new Map<string, Promise<unknown>>();

served((both) => {
  ({ service, chromium } = both);
  for (const [name, flow] of Object.entries(FLOWS))
    running.set(
      name,
      flow().catch((error: unknown) => error),
    );
});

test.each(Object.keys(FLOWS))('%s', async (name) => {
  const failure = await running.get(name);
  if (failure) throw failure;
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { madeUpInbox } from '../../demo/made-up/inbox.ts';
import { plainReport } from '../../demo/made-up/plain-report.ts';
import { buildForm } from '../../templates/form/build-form.ts';
import { formValuesOf } from '../../templates/form/form-values.ts';
import { aModel, signIn } from '../addin/pane/a-pane.ts';
import { obligations, send, signInAt } from '../addin/web/desk/a-desk.ts';
import { fillForm, soundValues } from '../addin/web/report/fill-form.ts';
import { aService, type Service } from '../support/a-service.ts';
import { aBrowser, type Chromium } from '../support/browser.ts';
import { openPaneInExcel } from '../support/excel/open-pane.ts';
import { PICTURES } from './list.ts';
import { smallPng } from './small-png.ts';

// `npm run pictures`: every picture of the README and of the guides anew, from the real service and the real documents, by made-up reports.
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const [SHOWN, IN_EXCEL] = ['XA-21211', 'SNV'];
const PHONE = { width: 390, height: 700 };
const SCREEN = { width: 1000, height: 640 };
/** Of a page full of figures no more than a guide should carry. */
const LOW = { width: 1000, height: 600 };

const keep = (path: string, bytes: Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true });
  const small = smallPng(bytes);
  writeFileSync(path, small);
  process.stderr.write(`${path}: ${Math.round(small.length / 1024)} kB\n`);
};
const taken = async (page: Page, path: string): Promise<void> => keep(path, await page.screenshot());
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function formOnPaper(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-hinh-'));
  const agency = obligations.agencies.find(({ id }) => id === SHOWN);
  if (!agency) throw new Error(`[pictures] "${SHOWN}": no such agency`);
  const values = formValuesOf(plainReport(obligations, agency));
  writeFileSync(join(folder, 'bieu.xlsx'), await buildForm({ obligations, agency: agency.id, values }));
  execFileSync(
    'soffice',
    ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'bieu.xlsx')],
    { stdio: 'ignore' },
  );
  execFileSync('pdftoppm', ['-png', '-r', '84', '-f', '1', '-l', '1', '-singlefile', join(folder, 'bieu.pdf'), join(folder, 'bieu')]);
  keep(PICTURES.form, readFileSync(join(folder, 'bieu.png')));
  rmSync(folder, { recursive: true });
}

async function pageOfAgency({ baseUrl, keys }: Service, chromium: Chromium): Promise<void> {
  const { page: phone } = await chromium.visit({ viewport: PHONE, hasTouch: true, isMobile: true, colorScheme: 'light' });
  await phone.goto(`${baseUrl}/`);
  await phone.getByLabel('Mã truy cập').waitFor();
  await taken(phone, PICTURES.signIn);
  await phone.getByLabel('Mã truy cập').fill(keys[SHOWN] ?? '');
  await button(phone, 'Đăng nhập').tap();
  await button(phone, 'Nhập trên trang').tap();
  const row = phone.getByRole('region', { name: /^I\.1\.3 / });
  await row.getByLabel('Có số liệu', { exact: true }).tap();
  await row.getByLabel('Tử số').fill('950');
  await row.getByLabel('Mẫu số').fill('1.000');
  await row.evaluate((one) => one.scrollIntoView());
  await taken(phone, PICTURES.entering);

  const { page } = await chromium.visit({ viewport: SCREEN, colorScheme: 'light' });
  await page.goto(`${baseUrl}/`);
  await page.getByLabel('Mã truy cập').fill(keys[SHOWN] ?? '');
  await button(page, 'Đăng nhập').click();
  const [form] = await Promise.all([page.waitForEvent('download'), button(page, 'Tải biểu của đơn vị').click()]);
  const blank = readFileSync(await form.path());
  const choose = async (typed: Parameters<typeof fillForm>[1]): Promise<void> => {
    await page.setInputFiles('input[type=file]', { name: 'bieu-da-dien.xlsx', mimeType: XLSX, buffer: await fillForm(blank, typed) });
    await page.getByRole('heading', { name: /Kết quả kiểm tra/ }).waitFor();
  };
  const faulty = {
    'PL1.I.1.1': { state: 'Có số liệu', numerator: '1.234', denominator: '2.000' },
    'PL1.I.1.3': { state: 'Có số liệu', numerator: 95, denominator: 40 },
  };
  await choose({ ...soundValues(), ...faulty });
  await page.getByRole('heading', { name: /Kết quả kiểm tra/ }).evaluate((one) => one.scrollIntoView());
  await taken(page, PICTURES.findings);
  await button(page, 'Chọn tệp khác').click();
  await choose(soundValues());
  await button(page, 'Xem trước báo cáo').click();
  const paper = page.getByRole('article');
  await paper.waitFor();
  await paper.evaluate((one) => one.scrollIntoView());
  await taken(page, PICTURES.preview);
  await button(page, 'Đóng bản xem trước').click();
  await button(page, 'Gửi báo cáo').click();
  await page.getByText(/Đã nhận báo cáo/).waitFor();
  await page.locator('.receipt').evaluate((one) => one.scrollIntoView());
  await taken(page, PICTURES.receipt);
}

async function paneBesideSheet(service: Service, chromium: Chromium): Promise<void> {
  const { page } = await chromium.visit({ viewport: { width: 380, height: 640 }, colorScheme: 'light' });
  const { model } = await aModel(IN_EXCEL, 120, 100);
  const { pane } = await openPaneInExcel(page, { way: 'web', model, paneUrl: `${service.baseUrl}/pane/`, width: 350 });
  await signIn(pane, service, IN_EXCEL);
  await pane.getByText('Tử số (120) lớn hơn mẫu số (100).').waitFor();
  await taken(page, PICTURES.pane);
}

/** Days after the period's last that are some days ahead: the pictures tell of a period that still runs, whenever they are made. */
const soon = (): number => Math.round((Date.now() - Date.UTC(2027, 0, 1)) / 86_400_000) + 5;

async function deskOfAll(service: Service, chromium: Chromium): Promise<void> {
  const headers = { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json', 'if-match': '"0"' };
  const body = JSON.stringify({ settings: { deadline: soon() }, reason: 'Gia hạn' });
  await fetch(`${service.baseUrl}/api/periods/2026/settings`, { method: 'PUT', headers, body });
  const sent = madeUpInbox(obligations).files.filter(({ counts, agency }) => counts && agency !== SHOWN);
  for (const { report } of sent) await send(service, report).catch((error: unknown) => process.stderr.write(`${error}\n`));
  const { page } = await chromium.visit({ viewport: { width: 1100, height: 680 }, colorScheme: 'light' });
  await signInAt(page, service, 'VPUB');
  await page.locator('.overview').waitFor();
  await taken(page, PICTURES.overview);
  const show = async (query: string, there: string, path: string): Promise<void> => {
    await page.goto(`${service.baseUrl}/desk/?${query}`);
    await page.locator(there).first().waitFor();
    await page.waitForLoadState('networkidle');
    await taken(page, path);
  };
  await page.setViewportSize(LOW);
  await show('the=ma-tran&dong=PL1.I.1.3&donvi=STC', '.side-panel .facts', PICTURES.matrix);
  await show('the=tinh-hinh', 'tbody tr:visible', PICTURES.status);
  await show('the=xuat', '.exports', PICTURES.exports);

  const { page: lead } = await chromium.visit({ viewport: { ...LOW, height: 540 }, colorScheme: 'light' });
  await signInAt(lead, service, 'CAT', '?the=tham-dinh&donvi=STC');
  const remark = lead.locator('.side-panel').getByRole('textbox').first();
  await remark.fill('Nêu rõ tên 3 cán bộ.');
  await remark.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await taken(lead, PICTURES.review);
}

const [service, chromium] = await Promise.all([aService(), aBrowser(['--disable-lcd-text'])]);
try {
  await formOnPaper();
  await pageOfAgency(service, chromium);
  await paneBesideSheet(service, chromium);
  await deskOfAll(service, chromium);
} finally {
  await chromium.close();
  await service.stop();
}

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { aService, type Service } from '../../../support/a-service.ts';
import { aBrowser, type Chromium } from '../../../support/browser.ts';
import { aRelationship, aSheetXml, type Parts } from '../../../support/xlsx-parts.ts';
import { anOddZip, oddEntries } from '../../../support/xlsx-zip.ts';
import { fillForm, soundValues } from './fill-form.ts';

const AGENCY = 'XA-21211';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
/** As many as a sheet of Excel can have. */
const ROWS = 1_048_576;
/** Were the sheet read in the page's own thread, nothing could be drawn or stopped meanwhile, and that thread would work all the time. */
const MOST_SHARE = 0.5;

const folder = mkdtempSync(join(tmpdir(), 'phuluc-million-'));
const small = join(folder, 'nho.xlsx');
let service: Service;
let chromium: Chromium;
let page: Page;
let form: Buffer;

beforeAll(async () => {
  [service, chromium] = await Promise.all([aService(), aBrowser()]);
  ({ page } = await chromium.visit({ viewport: { width: 1280, height: 900 } }));
  await page.goto(`${service.baseUrl}/`);
  await page.getByLabel('Mã truy cập').fill(service.keys[AGENCY]!);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải biểu của đơn vị' }).click()]);
  form = await fillForm(readFileSync(await download.path()), soundValues());
  writeFileSync(small, form);
}, 120_000);

afterAll(async () => {
  await Promise.all([chromium?.close(), service?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/**
 * The filled form with one sheet more, which holds these rows. Its path, as of a file that is picked: bytes handed to the page by
 * the test would keep the page busy themselves.
 */
function withSheet(name: string, rows: string): string {
  const parts = unzipSync(form);
  const adding = (part: string, before: string, added: string): Parts => ({
    [part]: strFromU8(parts[part]!).replace(before, `${added}${before}`),
  });
  const file = {
    ...parts,
    ...adding('xl/workbook.xml', '</sheets>', '<sheet name="Hồ sơ" sheetId="900" r:id="rIdMillion"/>'),
    ...adding('xl/_rels/workbook.xml.rels', '</Relationships>', aRelationship('rIdMillion', 'worksheet', 'worksheets/sheet900.xml')),
    ...adding('[Content_Types].xml', '</Types>', `<Override PartName="/xl/worksheets/sheet900.xml" ContentType="${SHEET_TYPE}"/>`),
    'xl/worksheets/sheet900.xml': aSheetXml(rows),
  };
  const path = join(folder, name);
  writeFileSync(path, anOddZip(oddEntries(file)));
  return path;
}

const choose = (path: string) => page.setInputFiles('input[type=file]', path);
const another = () => page.getByRole('button', { name: 'Chọn tệp khác' }).click();
const reading = (name: string) => page.getByText(`Đang đọc “${name}”`).waitFor();
const outcome = (name: string) => page.getByRole('heading', { name: `Kết quả kiểm tra “${name}”` });

/** How much of the time that something takes the page's own thread works; readers in other threads are not counted. */
async function shareOfPageWhile(done: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
  const [before, begun] = [await worked(), Date.now()];
  await done();
  const share = ((await worked()) - before) / (Date.now() - begun);
  await session.detach();
  return share;
}

test('a sheet of a million rows leaves the page drawing, can be stopped, and ends with its findings', async () => {
  const file = withSheet(
    'trieu-dong.xlsx',
    Array.from({ length: ROWS }, (_, k) => `<row r="${k + 1}"><c r="A${k + 1}"><v>${k % 97}</v></c></row>`).join(''),
  );
  const share = await shareOfPageWhile(async () => {
    await choose(file);
    await reading('trieu-dong.xlsx');
    expect(await page.getByRole('progressbar', { name: 'Đang đọc tệp' }).isVisible()).toBe(true);
    await page.getByText(/^Bước 1\/2: Đang mở tệp \([\d,]+ MB\)…$/).waitFor();
    await page.getByRole('button', { name: 'Dừng' }).click();
    await page.getByRole('heading', { name: '2. Chọn biểu đã điền' }).waitFor();

    await choose(small);
    await outcome('nho.xlsx').waitFor();
    await another();

    await choose(file);
    await outcome('trieu-dong.xlsx').waitFor();
  });
  console.info(`${statSync(file).size} bytes, the page itself at work ${Math.round(share * 100)}% of the time`);
  await page.getByText('Biểu hợp lệ. Đề nghị rà soát số liệu trước khi gửi.').waitFor();
  await page.getByText('Đã điền 13/13 dòng đơn vị phải báo cáo.').waitFor();
  expect(share).toBeLessThan(MOST_SHARE);
  await another();
});

test('a million rows of more cells than may be read are refused, with what to do', async () => {
  const file = withSheet('qua-nhieu.xlsx', `<row>${'<c><v>7</v></c>'.repeat(3)}</row>`.repeat(ROWS));
  const share = await shareOfPageWhile(async () => {
    await choose(file);
    await outcome('qua-nhieu.xlsx').waitFor();
  });
  console.info(`${statSync(file).size} bytes: refused, the page itself at work ${Math.round(share * 100)}% of the time`);
  await page.getByText('Tệp có hơn 2.000.000 ô. Chép số liệu sang biểu mới rồi gửi lại.').waitFor();
  expect(share).toBeLessThan(MOST_SHARE);
});

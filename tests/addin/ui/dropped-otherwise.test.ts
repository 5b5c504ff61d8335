import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Service } from '../../support/a-service.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import { served } from '../../support/served.ts';
import { signInAt } from '../web/desk/a-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'phuluc-dropped-'));
const inside = join(folder, 'bao-cao-2026');
const [one, other] = [join(folder, 'mot.txt'), join(folder, 'hai.txt')];
let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
  mkdirSync(inside);
  for (const path of [one, other, join(inside, 'bieu.txt')]) writeFileSync(path, 'Kính gửi');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Drags files or folders of this machine onto a place of the page and lets them go, as a hand does. */
async function dragOnto(page: Page, place: string, files: readonly string[]): Promise<void> {
  const box = (await page.locator(place).boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const items = files.length > 0 ? [] : [{ mimeType: 'text/plain', data: 'Kính gửi' }];
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      ...{ type, x: box.x + 10, y: box.y + 10 },
      data: { items, files: [...files], dragOperationsMask: 1 },
    });
}

const PLACES = {
  'the upload page': async (page: Page) => {
    await page.goto(service.baseUrl);
    await page.getByLabel('Mã truy cập').fill(service.keys.SYT!);
    await page.keyboard.press('Enter');
    await page.locator('.drop').waitFor();
    return '.drop';
  },
  'the proof page': async (page: Page) => {
    await page.goto(`${service.baseUrl}/xac-minh/`);
    await page.locator('.drop').waitFor();
    return '.drop';
  },
  'the plan on the desk': async (page: Page) => {
    await signInAt(page, service, 'VPUB', '?the=quan-tri&muc=ke-hoach');
    await page.getByText('Chọn tệp .xlsx đã sửa').waitFor();
    return 'li:has(#plan-workbook) > div';
  },
};

test.each(Object.keys(PLACES) as (keyof typeof PLACES)[])(
  'what is dropped instead of one file is named for what it is: %s',
  async (where) => {
    const { page, context } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 1600 } });
    const place = await PLACES[where](page);
    const told = page.getByRole('alert');
    await dragOnto(page, place, [inside]);
    await told.getByText('Đây là thư mục, không phải tệp. Mở thư mục rồi chọn tệp ở trong đó.').waitFor();
    await pictureOf(page, `dropped-folder-${where.replaceAll(' ', '-')}`);
    await dragOnto(page, place, [one, other]);
    await told.getByText('Vừa thả 2 tệp nên chưa nhận tệp nào. Thả từng tệp một.').waitFor();
    await dragOnto(page, place, []);
    await told.getByText('Thứ vừa thả không phải tệp trên máy.').waitFor();
    // A file after it is read, and what was said is gone.
    await dragOnto(page, place, [one]);
    await told.getByText('Thứ vừa thả').waitFor({ state: 'detached' });
    await context.close();
  },
);

/** As Excel and WPS Office hold the lock file of a workbook that is open: nobody else reads it. */
const heldLock = (page: Page) =>
  page.addInitScript(() => {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = function read() {
      return this instanceof File && this.name.startsWith('~$')
        ? Promise.reject(new DOMException('in use', 'NotReadableError'))
        : arrayBuffer.call(this);
    };
  });

test('a lock file that its program lets nobody read is named for what it is all the same, by its agency and at the desk', async () => {
  const lock = { name: '~$bieu.xlsx', mimeType: '', buffer: Buffer.from('lock') };
  const told = /^Tệp là tệp tạm của Excel \(tên bắt đầu bằng “~\$”\), không phải bảng tính\./;
  for (const where of ['the upload page', 'the desk'] as const) {
    const { page, context } = await chromium.visit({ origin: service.baseUrl });
    await heldLock(page);
    if (where === 'the desk') await signInAt(page, service, 'VPUB', '?the=quan-tri&muc=nhan-tep');
    else await PLACES[where](page);
    const input = page.locator(where === 'the desk' ? '#intake-files' : '#file');
    await input.waitFor({ state: 'attached' });
    await input.setInputFiles(lock);
    await page.getByText(told).first().waitFor();
    await context.close();
  }
});

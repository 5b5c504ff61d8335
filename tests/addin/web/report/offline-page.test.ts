import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Pages, pagesOf } from '../../../../host/node/pages.ts';
import { aService, type Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { aBrowser, type Chromium, pictureOf } from '../../../support/browser.ts';
import { soon } from '../../../support/soon.ts';
import { fillForm, soundValues } from './fill-form.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const AGENCY = 'XA-21196';
const [FIRST, SECOND] = ['Nộp báo cáo · Phụ lục số', 'Bản mới · Phụ lục số'];

let service: Service;
let chromium: Chromium;
let host: HostOfReleases;
const folder = mkdtempSync(join(tmpdir(), 'phuluc-release-'));

beforeAll(async () => {
  [service, chromium, host] = await Promise.all([aService(), aBrowser(), aHostOfReleases()]);
}, 120_000);

afterAll(async () => {
  await Promise.all([chromium?.close(), service?.stop()]);
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const button = (page: Page, name: string) => page.getByRole('button', { name });

/** Until the page is kept and would be opened without a network. */
const isKept = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

/** Until one release is kept, this one, and no other. */
const isReplacedBy = (page: Page, release: string): Promise<void> =>
  soon(async () => expect(await page.evaluate(() => caches.keys())).toEqual([`phuluc-trang-${release}`]));

/** What browsers keep of themselves is thrown away: only what the page keeps on purpose is left. */
async function forgetResponses(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
}

const keptAddresses = (page: Page): Promise<string[][]> =>
  page.evaluate(async () =>
    Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)),
    ),
  );

test('the page opens again without a network, tells of the draft that it keeps, and sends it once the network is back', async () => {
  const { page, context, strayed } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 320, height: 700 } });
  await page.goto(`${service.baseUrl}/?ky=2026`);
  await page.getByLabel('Mã truy cập').fill(service.keys[AGENCY]!);
  await button(page, 'Đăng nhập').click();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Tải biểu của đơn vị').click()]);
  const buffer = await fillForm(readFileSync(await download.path()), soundValues());
  await isKept(page);

  await context.setOffline(true);
  await forgetResponses(page);
  await page.setInputFiles('input[type=file]', { name: 'xa.xlsx', mimeType: XLSX, buffer });
  await sees(page, 'Biểu hợp lệ. Đề nghị rà soát số liệu trước khi gửi.');
  await button(page, 'Gửi báo cáo').click();
  await sees(page, 'Chưa gửi được, sẽ tự gửi lại');

  await page.reload();
  await sees(page, 'Tệp “xa.xlsx” (kỳ 2026) vẫn được giữ trên máy này, tự gửi khi có mạng.');
  await sees(page, 'Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại; nội dung đang làm vẫn còn.');
  expect(await seriousFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await pictureOf(page, 'report-opened-offline-320');

  await context.setOffline(false);
  await sees(page, /Đã nhận báo cáo.*lần nộp 1/);
  const kept = (await keptAddresses(page)).flat();
  expect(kept).toContain('/');
  expect(kept.filter((address) => !/^\/(?:$|assets\/|icons\/|not-running\.js$)/.test(address))).toEqual([]);
  expect(strayed).toEqual([]);
  await context.close();
});

interface HostOfReleases {
  readonly address: string;
  /** Null: a gateway without its server. */
  release: Pages | null;
  readonly stop: () => Promise<void>;
}

/** Serves one release after another at the same address. */
async function aHostOfReleases(): Promise<HostOfReleases> {
  const server = createServer(({ url, method, headers: asked }, response) => {
    const { pathname } = new URL(url ?? '/', 'http://here');
    const { status, headers, body } = made.release?.(pathname, method ?? 'GET', asked) ?? { status: 503, headers: {}, body: '503' };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const made: HostOfReleases = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    release: null,
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return made;
}

test('a release replaces the page at once, and what is kept for a time without a network soon after', async () => {
  cpSync('dist/pages', folder, { recursive: true });
  const releaseOf = () => pagesOf({ '/': folder }, { microsoft: false });
  host.release = releaseOf();
  const { page, context } = await chromium.visit();
  await page.goto(host.address);
  await isKept(page);
  const [before] = await keptAddresses(page);

  const change = (name: string, from: string, to: string): void => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, name), text.replaceAll(from, to));
  };
  const [release = ''] = /[0-9a-f]{16}/.exec((await page.evaluate(() => caches.keys())).join()) ?? [];
  change('index.html', FIRST, SECOND);
  change('service-worker.js', release, '0123456789abcdef');
  host.release = releaseOf();
  await page.reload();
  expect(await page.title()).toBe(SECOND);
  await isReplacedBy(page, '0123456789abcdef');

  host.release = null;
  await forgetResponses(page);
  await page.reload();
  expect(await page.title()).toBe(SECOND);
  expect(await keptAddresses(page)).toEqual([before]);
  await host.stop();
  await page.goto(`${host.address}?ky=2026`);
  expect(await page.title()).toBe(SECOND);
  await context.close();
});

import type { Page } from 'playwright-core';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Service } from '../../support/a-service.ts';
import type { Chromium } from '../../support/browser.ts';
import { isWhole } from '../../support/is-whole.ts';
import { served } from '../../support/served.ts';
import { soon } from '../../support/soon.ts';
import { aReport, send, signInAt } from './desk/a-desk.ts';

const SENT = 'SYT' as AgencyId;
/** A day ahead of Viet Nam in the evening, and half a day behind it; with languages that write days and digits otherwise. */
const PLACES = [
  { timezoneId: 'Asia/Ho_Chi_Minh', locale: 'vi-VN' },
  { timezoneId: 'Pacific/Kiritimati', locale: 'en-US' },
  { timezoneId: 'America/Los_Angeles', locale: 'ar-EG' },
] as const;
const OF_DESK = [
  'the=tong-quan',
  'the=ma-tran',
  'the=tinh-hinh',
  `the=tinh-hinh&donvi=${SENT}`,
  'the=ton-vinh',
  ...['ky', 'giao-bieu', 'nhan-tep', 'ke-hoach', 'thiet-lap', 'khoa', 'nhat-ky'].map((part) => `the=quan-tri&muc=${part}`),
];

let service: Service;
let chromium: Chromium;

async function call(method: string, path: string, body: object, headers: Record<string, string> = {}): Promise<void> {
  const answer = await fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`[${method}] "${path}": ${answer.status} ${await answer.text()}`);
}

served(async (both) => {
  ({ service, chromium } = both);
  await send(service, aReport(SENT));
  const remarks = { 'PL1.I.1.1': 'Đối chiếu mẫu số' };
  await call('POST', `/periods/2026/reports/${SENT}/review`, { version: 1, decision: 'return', remarks });
  await call('POST', '/keys', { agency: 'STC', until: '2026-12-31' });
  await call('POST', '/periods/2026/handout', { agencies: ['STC'] });
  await call('POST', '/periods', { period: '2027' });
  const settings = { cutOff: '10-31', signing: { day: '2027-12-08' } };
  await call('PUT', '/periods/2027/settings', { settings, reason: 'Gia hạn' }, { 'if-match': '"0"' });
  await call('POST', '/periods/2027/close', {});
  await call('POST', '/periods/2027/publish', {});
});

/** All that a person reads on the page, in fields too, but for the clock of the last look. */
async function read(page: Page): Promise<string> {
  await isWhole(page);
  const saidNow = () =>
    page.evaluate(() =>
      [document.body.textContent, ...[...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value)].join(
        '\n',
      ),
    );
  const clock = /Cập nhật \d\d:\d\d:\d\d/g;
  let said = '';
  await soon(async () => {
    const before = said;
    said = (await saidNow()).replaceAll(clock, 'Cập nhật');
    expect(said).toBe(before); // what comes after the rest has come too
  });
  return said;
}

async function readAll(place: (typeof PLACES)[number]): Promise<ReadonlyMap<string, string>> {
  const { page, context, errors } = await chromium.visit(place);
  const texts = new Map<string, string>();
  const visit = async (path: string, ready: RegExp) => {
    await page.goto(`${service.baseUrl}${path}`);
    await page.getByText(ready).first().waitFor();
    texts.set(path, await read(page));
  };
  await signInAt(page, service, 'VPUB');
  await page.locator('.updated', { hasText: 'Cập nhật' }).waitFor();
  for (const query of OF_DESK) await visit(`/desk/?ky=2026&${query}`, /^Cập nhật/);
  for (const part of ['ky', 'thiet-lap']) await visit(`/desk/?ky=2027&the=quan-tri&muc=${part}`, /^Cập nhật/);
  await visit('/cong-khai/?ky=2027', /2027/);
  await context.clearCookies();
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(service.baseUrl);
  await page.getByLabel('Mã truy cập').fill(service.keys[SENT] ?? '');
  await page.keyboard.press('Enter');
  await page.getByText('Đối chiếu mẫu số').first().waitFor();
  texts.set('/', await read(page));
  expect(errors).toEqual([]);
  await context.close();
  return texts;
}

test('every page says the same days and times, the plan’s, wherever its browser stands and whatever that speaks', async () => {
  const [here, ...elsewhere] = await Promise.all([readAll(PLACES[0]), readAll(PLACES[1]), readAll(PLACES[2])]);
  expect(here.get('/desk/?ky=2027&the=quan-tri&muc=ky')).toMatch(/đã khóa \d\d:\d\d \d\d\/\d\d\/\d{4}/);
  for (const [k, texts] of elsewhere.entries())
    for (const [path, text] of texts)
      expect([PLACES[k + 1]?.timezoneId, path, text]).toEqual([PLACES[k + 1]?.timezoneId, path, here.get(path)]);
});

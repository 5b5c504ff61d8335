import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { encode } from 'uqr';
import { askedProof, proofAddress } from '../../../addin/ui/proof-address.ts';
import { qrPath } from '../../../addin/ui/qr-path.ts';
import { plan } from '../../support/a-form.ts';
import { seriousFaults } from '../../support/axe.ts';
import { aBrowser, type Chromium, pictureOf } from '../../support/browser.ts';

const SHA256 = '7bd1c0f4'.repeat(8);
const ASKED = { period: '2026', agency: 'XA-21211', sha256: SHA256 };
const ORIGIN = 'https://phu-luc.example';
const RECEIPT = {
  id: '7F3K-92QD',
  plan: plan.id,
  ...ASKED,
  version: 2,
  at: '2026-11-25T07:05:00.000Z',
  by: 'XA-21211',
  findings: [{ rule: 'row-left-blank', severity: 'warning', row: 'PL1.I.1.3', field: null, message: 'Dòng còn trống.' }],
};

/** A page that shows a receipt among other things, as the upload page does. */
const PAGE = `
  import { render } from 'preact';
  import './addin/ui/tokens.css';
  import './addin/ui/base.css';
  import { ReceiptCard } from './addin/ui/receipt.tsx';
  render(
    <main class="page">
      <h1>Nộp báo cáo</h1>
      <div><p id="before">Ô trước biên nhận</p><ReceiptCard receipt={${JSON.stringify(RECEIPT)}} plan={${JSON.stringify(plan)}}
        agency="UBND xã Tịnh Khê" by="UBND xã Tịnh Khê" origin="${ORIGIN}" /></div>
      <p id="after">Sau biên nhận</p>
    </main>,
    document.body,
  );
`;

let chromium: Chromium;
let script: string;
let style: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, loader: 'tsx', resolveDir: process.cwd() },
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'chrome109',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  [script = '', style = ''] = ['.js', '.css'].map((end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '');
  chromium = await aBrowser();
});

afterAll(() => chromium?.close());

async function shown(options: Parameters<Chromium['visit']>[0] = {}): Promise<Page> {
  const { page } = await chromium.visit(options);
  await page.setContent(`<!doctype html><html lang="vi"><head><title>Biên nhận</title><style>${style}</style></head><body></body></html>`);
  await page.addScriptTag({ content: script, type: 'module' });
  await page.locator('.receipt').waitFor();
  return page;
}

test('the address of a receipt says what is to be proven, behind #, and is read back', () => {
  const address = proofAddress(ORIGIN, ASKED);
  expect(address).toBe(`${ORIGIN}/xac-minh/#ky=2026&don-vi=XA-21211&ma=${SHA256}`);
  const asked = { period: '2026', agency: 'XA-21211', code: SHA256 };
  expect(askedProof(new URL(address).hash)).toEqual(asked);
  expect(askedProof(`#ky=2026&don-vi=XA-21211&ma=${SHA256.toUpperCase()}`)).toEqual(asked);
  expect(askedProof('#ky=2026&don-vi=XA-21211&ma=7f3k 92qd')).toEqual({ ...asked, code: '7F3K-92QD' });
  expect(['', '#ky=2026', '#ma=abc&ky=2026'].map(askedProof)).toEqual([null, null, null]);
});

test('the drawn code has every dark module of the encoded one, and no other', () => {
  const { data } = encode(proofAddress(ORIGIN, ASKED), { ecc: 'M', border: 4 });
  const drawn = data.map((row) => row.map(() => false));
  for (const [, x, y, run] of qrPath(data).matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let k = 0; k < Number(run); k++) drawn[Number(y)]![Number(x) + k] = true;
  expect(drawn).toEqual(data);
});

test('a receipt tells what was received, of whom, when, under which hash', async () => {
  const page = await shown({ viewport: { width: 1280, height: 800 } });
  const texts = await page.locator('.receipt dd').allTextContents();
  expect(texts).toEqual([
    'UBND xã Tịnh Khê (mã XA-21211)',
    'Năm 2026',
    '2',
    '14:05 25/11/2026',
    'UBND xã Tịnh Khê',
    '1',
    Array(8).fill('7bd1c0f4').join(' '),
  ]);
  expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Biên nhận 7F3K-92QD');
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'receipt-1280');
});

test.each(['light', 'dark'] as const)('a receipt fits a phone, %s', async (colorScheme) => {
  const page = await shown({ viewport: { width: 320, height: 800 }, colorScheme });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, `receipt-320-${colorScheme}`);
});

test('printed, the receipt stands alone on one A4 page, whatever else the page shows', async () => {
  const page = await shown({ viewport: { width: 718, height: 1047 }, colorScheme: 'dark' });
  const pdf = (await page.pdf({ format: 'A4', margin: { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' } })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.locator('h1:visible, #before:visible, #after:visible, button:visible').count()).toBe(0);
  expect(await page.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').isVisible()).toBe(true);
  await pictureOf(page, 'receipt-print');
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import type { Edit, WorkbookPort } from '../../../addin/excel/port.ts';
import type { Workbook } from '../../../core/grid.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { context } from '../../support/a-form.ts';
import { CHROMIUM } from '../../support/browser.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { aBuiltForm } from '../../templates/form/a-built-form.ts';

// The adapter alone in the smallest of pages: what the pane does on top is tested with the pane.
const PAGE = `<!doctype html><meta charset="utf-8"><title>Pane</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="/adapter.js"></script>
<script>openWorkbookPort().then((opened) => { window.opened = opened; document.title = opened.ok ? 'ready' : opened.error.kind; });</script>`;

/** What stands in the page's window. */
interface PaneGlobals {
  readonly Office: { readonly context: { readonly platform: string } };
  readonly document: { readonly title: string };
  readonly opened: { readonly value: WorkbookPort };
  heard: Edit[];
}

let server: Server;
let browser: Browser;
let paneUrl: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { openWorkbookPort } from './addin/excel/open-port.ts'; Object.assign(window, { openWorkbookPort });`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  server = createServer(({ url }, response) => {
    const script = url === '/adapter.js';
    response.setHeader('content-type', script ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(script ? outputFiles[0]!.text : PAGE);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  paneUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pane/`;
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

test.each([
  ['on the web', 'web', undefined, 'OfficeOnline'],
  ['on the web, from a Microsoft address', 'web', 'https://excel.officeapps.live.com', 'OfficeOnline'],
  ['on the desktop', 'desktop', undefined, 'PC'],
] as const)('a form is read, followed, written and kept in Excel %s', async (_, way, hostOrigin, platform) => {
  const form = await aBuiltForm('STC');
  const model = await modelOf(form.bytes);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const { pane, batches, settled, unknown, strayed } = await openPaneInExcel(page, {
    way,
    model,
    paneUrl,
    ...(hostOrigin ? { hostOrigin } : {}),
  });
  await pane.waitForFunction(() => (globalThis as never as PaneGlobals).document.title !== 'Pane');
  expect(
    await pane.evaluate(() => {
      const { document, Office } = globalThis as never as PaneGlobals;
      return [document.title, Office.context.platform];
    }),
  ).toEqual(['ready', platform]);

  const read = async (): Promise<Workbook> => {
    const { grids, names } = await pane.evaluate(async () => {
      const book = await (globalThis as never as PaneGlobals).opened.value.read();
      if (!book.ok) throw new Error(book.error.detail);
      return { grids: book.value.grids, names: [...book.value.names] };
    });
    return { grids, names: new Map(names), modified: null };
  };
  expect(readReport(await read(), context).identity?.agency).toBe('STC');
  await pane.evaluate(async () => {
    const ours = globalThis as never as PaneGlobals;
    ours.heard = [];
    await ours.opened.value.onEdit((edit) => void ours.heard.push(edit));
  });
  await settled(); // what listening asks for is no reading
  batches();

  const cell = form.placeOf('PL1.I.1.3', 'numerator');
  model.type('Phụ lục I', cell, 'khoảng 95');
  await pane.waitForFunction(() => (globalThis as never as PaneGlobals).heard.length > 0);
  expect(await pane.evaluate(() => (globalThis as never as PaneGlobals).heard[0]?.places)).toHaveLength(1);
  expect(readReport(await read(), context).findings).toContainEqual(expect.objectContaining({ rule: 'count-not-a-number', cell }));
  expect(batches()).toBe(1);

  const kept = await pane.evaluate(async () => {
    const { memory, write } = (globalThis as never as PaneGlobals).opened.value;
    await memory.write('draft', 'nháp');
    const refused = await write([{ sheet: 'Phụ lục I', row: 1, column: 1, value: 'x' }]);
    return [await memory.read('draft'), refused];
  });
  expect(kept).toMatchObject([
    { ok: true, value: 'nháp' },
    { ok: false, error: { kind: 'protected' } },
  ]);
  expect([...model.settings.values()]).toEqual(['nháp']);
  expect(unknown()).toEqual([]);

  expect(strayed()).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

import type { Frame, Page, Route } from 'playwright-core';
import { unlessClosed } from '../unless-closed.ts';
import { desktopScript } from './desktop-host.ts';
import { ExcelHost } from './host.ts';
import { LIBRARY_ADDRESS, libraryFile } from './library-files.ts';
import type { ExcelModel } from './model.ts';
import { syncsIn } from './sync-speed.ts';
import { answerMessage, entryArray, eventMessage, hostPage, paneAddress } from './web-host.ts';

/** office.js takes only an https host of Microsoft's or of the pane's own name: tests serve the pane under this one. */
const ORIGIN = 'https://phuluc.test';

/** The pane in Chromium, in Excel on the web or on the desktop, with Microsoft's own library between it and the model. */
export interface PaneInExcel {
  /** Where the pane is: what a test looks at and clicks in. */
  readonly pane: Frame;
  /** The workbook, and what a user's hand does in it: `model.type(…)`, `paste`, `choose`, `select`, `protect`… */
  readonly model: ExcelModel;
  /** Batches that did something since the last call. */
  batches(): number;
  /** Waits until the pane has asked Excel nothing for half a second. */
  settled(): Promise<void>;
  /** Members of the API that the model does not have. Assert that there are none. */
  unknown(): readonly string[];
  /** Addresses asked for outside the pane's own server and Microsoft's library; they were refused. */
  strayed(): readonly string[];
}

export interface PaneRequest {
  readonly way: 'web' | 'desktop';
  readonly model: ExcelModel;
  /** The pane's address on the real server, such as `http://127.0.0.1:7071/pane/`. */
  readonly paneUrl: string;
  /** Width of the pane in pixels: Excel's own is 350. */
  readonly width?: number;
  /** Where Excel on the web is said to be; another than the pane's own tests its frame rules (`https://excel.officeapps.live.com`). */
  readonly hostOrigin?: string;
}

/** Opens the pane beside the workbook. The page must be new; nothing but the pane's server can be reached from it. */
export async function openPaneInExcel(page: Page, request: PaneRequest): Promise<PaneInExcel> {
  const { way, model, paneUrl, width = 350, hostOrigin = ORIGIN } = request;
  const host = new ExcelHost(model, await syncsIn(page));
  const strayed: string[] = [];
  const { origin: server, pathname, search } = new URL(paneUrl);
  const hostUrl = `${hostOrigin}/excel-on-the-web`;
  const address = `${ORIGIN}${pathname}${search}`;

  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url.startsWith(LIBRARY_ADDRESS)) return fromLibrary(route, url);
    if (url === hostUrl)
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: hostPage(paneAddress(address, hostUrl), width) });
    if (url.startsWith(`${ORIGIN}/`)) return fromServer(page, route, server + url.slice(ORIGIN.length));
    strayed.push(url);
    return route.abort();
  });

  if (way === 'web') {
    await page.exposeBinding('excelMessage', (_, text: string) => answerMessage(text, host));
    model.events.deliver = (entries) =>
      tell(page, () => page.evaluate((text) => (window as never as Ours).excelEvent(text), eventMessage(entries)));
    await page.goto(hostUrl);
  } else {
    await page.exposeBinding('excelBatch', async (_, text: string, flags: number) => JSON.stringify(await host.run(text, flags)));
    await page.exposeBinding('excelBrowser', (_, what: string) => void model.openedAddresses.push(what));
    await page.exposeBinding('excelUnknown', (_, what: string) => void host.unknown.push(what));
    await page.addInitScript(desktopScript(model));
    model.events.deliver = (entries) =>
      tell(page, () => page.evaluate((list) => (window as never as Ours).excelEvent(list), entries.map(entryArray)));
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address);
  }

  const pane = way === 'web' ? page.frame({ name: 'pane' }) : page.mainFrame();
  if (!pane) throw new Error(`[open pane in Excel] "${paneUrl}": no frame`);
  await pane.waitForLoadState('load');
  let counted = 0;
  const settled = async (): Promise<void> => {
    for (let before = -1; before !== host.batches; ) {
      before = host.batches;
      await pane.waitForTimeout(500);
      await pane.evaluate(() => undefined); // a page that is held up has not asked yet
    }
  };
  return {
    pane,
    model,
    batches() {
      const all = host.batches;
      const since = all - counted;
      counted = all;
      return since;
    },
    settled,
    // Microsoft's desktop library asks for its own telemetry after some seconds: no code of ours does.
    unknown: () => host.unknown.filter((member) => !member.includes('Microsoft.Telemetry')),
    strayed: () => strayed,
  };
}

/** The one global of ours in the host's page. */
interface Ours {
  excelEvent(entries: unknown): void;
}

async function fromLibrary(route: Route, url: string): Promise<void> {
  const path = decodeURIComponent(new URL(url).pathname.slice(new URL(LIBRARY_ADDRESS).pathname.length));
  const body = libraryFile(path);
  const contentType = path.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'application/octet-stream';
  return body ? route.fulfill({ contentType, body }) : route.fulfill({ status: 404, body: '' });
}

const fromServer = (page: Page, route: Route, url: string) =>
  unlessClosed(page, async () => route.fulfill(kept.get(url) ?? (await answerOf(route, url))));

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Files that never change under their names: a page of a hundred of them is opened many times. */
const kept = new Map<string, Answer>();

async function answerOf(route: Route, url: string): Promise<Answer> {
  const response = await route.fetch({ url, maxRedirects: 0 });
  const { 'content-encoding': _, 'content-length': __, ...headers } = response.headers();
  const answer = { status: response.status(), headers, body: await response.body() };
  if (answer.status === 200 && headers['cache-control']?.includes('immutable')) kept.set(url, answer);
  return answer;
}

/** An event of Excel that nobody hears any more is no fault. */
const tell = (page: Page, event: () => Promise<unknown>): void => void unlessClosed(page, event);

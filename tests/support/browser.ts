import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** A page in a fresh profile, and what went wrong in it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of scripts. */
  readonly errors: readonly string[];
  /** Addresses that it asked of another origin than the service's. */
  readonly strayed: readonly string[];
}

export interface Chromium {
  readonly visit: (options?: BrowserContextOptions & { readonly origin?: string }) => Promise<Visit>;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** The folder that pictures are put into; null where nobody asks for any. */
export const PICTURES = process.env.PICTURES || null;
if (PICTURES) mkdirSync(PICTURES, { recursive: true });

/** Without a window's own pages, which take as long to draw as ours. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/** Where the Chromium of this machine is (CHROMIUM names another). */
export const CHROMIUM = process.env.CHROMIUM ?? (existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : '/usr/bin/chromium');

/** A Chromium that goes nowhere but where a page sends it. */
export async function aBrowser(args: readonly string[] = []): Promise<Chromium> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      ...args,
    ],
  });
  return {
    browser,
    visit: async ({ origin, ...options } = {}) => {
      const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
      const page = await context.newPage();
      const errors: string[] = [];
      const strayed: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('request', (request) => {
        const address = new URL(request.url());
        if (origin && /^https?:$/.test(address.protocol) && address.origin !== origin) strayed.push(request.url());
      });
      return { page, context, errors, strayed };
    },
    close: () => browser.close(),
  };
}

/** A picture for a person to look at, in the folder that PICTURES names. */
export async function pictureOf(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

import { mkdirSync } from 'node:fs';
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

const PICTURES = '/tmp/pictures';

/** The Chromium of this machine (CHROMIUM names another); it goes nowhere but where a page sends it. */
export async function aBrowser(args: readonly string[] = []): Promise<Chromium> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
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

/** A picture for a person to look at, in a temporary folder. */
export async function pictureOf(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

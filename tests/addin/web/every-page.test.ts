import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import { served } from '../../support/served.ts';

const PAGES = ['/', '/xac-minh/', '/cong-khai/', '/desk/', '/pane/', '/huong-dan/dien-bieu/'];
const OFFICE = 'https://appsforoffice.microsoft.com/';

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

describe.each(PAGES)('the page %s', (path) => {
  test.each([
    { width: 320, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const)(
    'opens without a fault, asks nobody for anything before a key is there: $width $colorScheme',
    async ({ width, colorScheme }) => {
      const { page, context, errors, strayed } = await chromium.visit({
        origin: service.baseUrl,
        viewport: { width, height: 800 },
        colorScheme,
      });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.route(`${OFFICE}**`, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      await page.goto(`${service.baseUrl}${path}`, { waitUntil: 'networkidle' });
      expect(errors).toEqual([]);
      expect(strayed.filter((address) => !(path.startsWith('/pane/') && address.startsWith(OFFICE)))).toEqual([]);
      if (path !== '/cong-khai/') expect(asked.filter((one) => one.startsWith('/api'))).toEqual([]);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await seriousFaults(page)).toEqual([]);
      await pictureOf(page, `page-${path.replaceAll('/', '')}-${width}-${colorScheme}`);
      await context.close();
    },
  );
});

import type { Page } from 'playwright-core';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium } from '../../../support/browser.ts';
import { isWhole } from '../../../support/is-whole.ts';
import { printedPages } from '../../../support/printed-pages.ts';
import { served } from '../../../support/served.ts';
import { aReport, send, signInAt } from './a-desk.ts';

const PAGES = [
  ...['tong-quan', 'canh-bao', 'nhiem-vu', 'nhiem-vu&dong=PL2.II.1', 'tinh-hinh', 'tinh-hinh&donvi=SYT', 'ton-vinh', 'ton-vinh&donvi=SYT'],
  ...['', '&muc=giao-bieu', '&muc=nhan-tep', '&muc=khoa', '&muc=nhat-ky'].map((part) => `quan-tri${part}`),
];

let service: Service;
let chromium: Chromium;

served(async (both) => {
  ({ service, chromium } = both);
  for (const id of ['SNV', 'SYT', 'XA-23377'] as AgencyId[]) await send(service, aReport(id));
});

const atDesk = async (query: string) => {
  const { page, context } = await chromium.visit({ viewport: { width: 1366, height: 768 } });
  await signInAt(page, service, 'VPUB', query);
  await page.locator('.tabs').waitFor();
  await page.locator('main :is(h2, h3)').first().waitFor();
  await isWhole(page);
  return { page, context };
};

/** Rows and entries of lists that stand on paper without what they are about: it was in a button, and buttons are not printed. */
const nameless = (page: Page) =>
  page.evaluate(() => {
    const saysSomething = (one: Element): boolean => {
      const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { textContent, parentElement } = texts.currentNode;
        if (textContent?.trim() && parentElement?.checkVisibility()) return true;
      }
      return false;
    };
    const heads = [...document.querySelectorAll('main :is(li, tbody th, tbody td:first-child)')];
    return heads
      .filter((one) => one.checkVisibility() && (one.textContent ?? '').trim() !== '' && !one.querySelector('input'))
      .filter((one) => !saysSomething(one))
      .map((one) => (one.textContent ?? '').trim().slice(0, 60));
  });

test.each(PAGES)('on paper every row and every entry says what it is about: %s', async (the) => {
  const { page, context } = await atDesk(`?the=${the}`);
  await page.emulateMedia({ media: 'print' });
  expect(await nameless(page)).toEqual([]);
  await context.close();
});

test('the list of agencies to be honoured, the tasks and the periods are printed with their names', async () => {
  const { page, context } = await atDesk('?the=ton-vinh');
  expect((await printedPages(page, 'desk-honours')).join()).toContain('Sở Y tế');
  await page.getByRole('link', { name: 'Nhiệm vụ' }).click();
  await page.locator('.board').waitFor();
  expect((await printedPages(page, 'desk-tasks')).join()).toContain('Tập trung số hóa dữ liệu');
  await context.close();
});

/** The colours below or beside the ways of a navigation: of the one that is current, and of all others. */
const marksOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('nav')]
      .filter((nav) => nav.checkVisibility() && nav.querySelector('[aria-current]'))
      .map((nav) => {
        const marks = (selector: string) => [
          ...new Set(
            [...nav.querySelectorAll(selector)].map((one) => {
              const { borderBottomColor, borderBottomWidth, borderLeftColor, borderLeftWidth } = getComputedStyle(one);
              return borderBottomWidth === '0px' ? `${borderLeftWidth} ${borderLeftColor}` : `${borderBottomWidth} ${borderBottomColor}`;
            }),
          ),
        ];
        return { current: marks('a[aria-current]'), others: marks('a:not([aria-current])') };
      }),
  );

test('in the colours that a reader has set, the page and the tab that are open are marked, and no others', async () => {
  const { page, context } = await atDesk('?the=quan-tri');
  await page.emulateMedia({ forcedColors: 'active' });
  const marks = await marksOf(page);
  expect(marks).toHaveLength(3);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  for (const { current, others } of marks) {
    expect(others.map((mark) => mark.replace(/^\S+ /, ''))).toEqual([ground]);
    expect(current).toHaveLength(1);
    expect(others).not.toContain(current[0]);
  }
  await context.close();
});

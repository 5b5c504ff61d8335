import type { Page } from 'playwright-core';
import { seriousFaults } from './axe.ts';
import { pictureOf } from './browser.ts';
import { lookFaults } from './look-faults.ts';

interface Sizes {
  readonly widths?: readonly number[];
  readonly height?: number;
}

/**
 * A page without a serious fault that is nowhere wider than its window and has no fault of looks (./look-faults.ts), light and dark; a picture of
 * each under this name. The window is as it was afterwards.
 */
export async function expectToLookWell(
  page: Page,
  name: string,
  { widths = [360, 768, 1366, 2560], height = 768 }: Sizes = {},
): Promise<void> {
  const before = page.viewportSize();
  expect(await seriousFaults(page)).toEqual([]);
  for (const width of widths)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect([width, await lookFaults(page)]).toEqual([width, []]);
      await pictureOf(page, `${name}-${width}-${colorScheme}`);
    }
  if (before) await page.setViewportSize(before);
}

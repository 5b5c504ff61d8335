import type { Page } from 'playwright-core';
import { soon } from './soon.ts';

/**
 * Waits until nothing of a page is being opened any more: a part that is loaded, or asks, says so until it is there (addin/ui/opening.tsx). A
 * network that is idle is not enough: between the program of a part and its question a busy machine may do nothing for long.
 */
export async function isWhole(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await soon(async () => expect(await page.locator('.opening').count()).toBe(0));
}

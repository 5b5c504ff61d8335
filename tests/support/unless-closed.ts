import type { Page } from 'playwright-core';

/**
 * What a page's call comes to; null where the page has been closed meanwhile: nobody waits for it, and Playwright ends such a call in
 * several ways, or gives up only after 30 s where it began while the page closed; each would fail tests that have passed.
 */
export async function unlessClosed<T>(page: Page, call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    // What a page that is just closing had asked for is disposed of before it counts as closed.
    if (page.isClosed() || /disposed|closed/i.test(String(error))) return null;
    throw error;
  }
}

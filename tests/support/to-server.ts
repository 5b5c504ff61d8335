import type { APIResponse, Page, Route } from 'playwright-core';

/**
 * Hands a page's call on to the server. Null where the page has been closed meanwhile: nobody waits for the answer, and Playwright ends
 * such a call in several ways, or gives up only after 30 s where it began while the page closed; each would fail tests that have passed.
 */
export async function toServer(page: Page, route: Route, change: Parameters<Route['fetch']>[0] = {}): Promise<APIResponse | null> {
  try {
    return await route.fetch(change);
  } catch (error) {
    if (page.isClosed()) return null;
    throw error;
  }
}

/** Gives the page an answer, or what was made of it. */
export async function answerPage(page: Page, route: Route, answer: Parameters<Route['fulfill']>[0]): Promise<void> {
  try {
    await route.fulfill(answer);
  } catch (error) {
    if (!page.isClosed()) throw error;
  }
}

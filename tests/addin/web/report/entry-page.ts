import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium, Visit } from '../../../support/browser.ts';

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
/** A row of the form by its number in the plan. */
export const rowOf = (page: Page, cited: string) => page.getByRole('region', { name: new RegExp(`^${cited.replaceAll('.', '\\.')} `) });

interface Place {
  readonly service: Service;
  readonly chromium: Chromium;
}

/** The upload page once an agency has signed in with its key. `keeps`: it stays signed in on this machine. */
export async function signedInAs(
  agency: string,
  { service, chromium }: Place,
  { keeps = false, ...options }: BrowserContextOptions & { readonly keeps?: boolean } = {},
): Promise<Visit> {
  const visit = await chromium.visit({ origin: service.baseUrl, ...options });
  await visit.page.goto(`${service.baseUrl}/`);
  await visit.page.getByLabel('Mã truy cập').fill(service.keys[agency] ?? '');
  if (keeps) await visit.page.getByLabel('Giữ đăng nhập trên máy này').check();
  await button(visit.page, 'Đăng nhập').click();
  await visit.page.getByRole('heading', { name: 'Nhập trên trang' }).waitFor();
  return visit;
}

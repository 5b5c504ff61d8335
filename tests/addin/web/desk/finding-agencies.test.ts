import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';
import { aReport, send, signInAt } from './a-desk.ts';

let service: Service;
let chromium: Chromium;

served(async (both) => {
  ({ service, chromium } = both);
  await send(service, aReport('SNV' as AgencyId));
});

/** Codes stand in the names of files, short names in the matrix. */
const SOUGHT = [
  ['snv', 'Sở Nội vụ'],
  ['Sở GD&ĐT', 'Sở Giáo dục và Đào tạo'],
  ['vp ubnd', 'Văn phòng UBND tỉnh'],
] as const;

test.each([
  ['tinh-hinh', 'VPUB', SOUGHT],
  ['tham-dinh', 'CAT', SOUGHT],
  ['tinh-hinh#nguon-goc=PL1.I.1.1', 'VPUB', SOUGHT],
] as const)('an agency is found by its code and by either of its names: %s', async (the, who, sought) => {
  const { page, context } = await chromium.visit({ viewport: { width: 1366, height: 768 } });
  await signInAt(page, service, who, `?the=${the}`);
  for (const [typed, name] of sought) {
    await page.getByLabel('Tìm đơn vị').last().fill(typed);
    const rows = page.locator('main table').last().locator('tbody tr');
    await rows.filter({ hasText: name }).waitFor();
    await soon(async () => expect([typed, await rows.count()]).toEqual([typed, 1]));
  }
  await context.close();
});

test('an agency to be switched off is found likewise', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 1366, height: 768 } });
  await signInAt(page, service, 'VPUB', '?the=quan-tri&muc=thiet-lap');
  for (const [typed, name] of SOUGHT) {
    await page.getByLabel('Tìm đơn vị để bật hoặc tắt').fill(typed);
    await page.getByLabel(`${name} (phải báo cáo)`).waitFor();
  }
  await context.close();
});

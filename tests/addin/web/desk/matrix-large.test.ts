import { obligationsOf } from '../../../../core/plan/obligations.ts';
import type { Period } from '../../../../core/plan/period.ts';
import type { Indicator, Plan, RowId } from '../../../../core/plan/plan.ts';
import { madeUpAgencies } from '../../../../demo/made-up/made-up-agencies.ts';
import { plainReport } from '../../../../demo/made-up/plain-report.ts';
import { plan } from '../../../support/a-form.ts';
import type { Service } from '../../../support/a-service.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { matrixOf } from '../../../support/some-reports.ts';
import { soon } from '../../../support/soon.ts';
import { signInAt } from './a-desk.ts';

const ROWS = 64;
const AGENCIES = 3400;

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

/** A country in place of the province: the plan's indicators again and again. */
function aCountry() {
  const model = plan.indicators.filter(({ phase }) => phase === '2026-2027');
  const indicators = Array.from(
    { length: ROWS },
    (_, k): Indicator => ({
      ...(model[k % model.length] as Indicator), // the plan has indicators
      id: `PL1.L.${k + 1}` as RowId,
    }),
  );
  const large: Plan = { ...plan, indicators };
  const agencies = madeUpAgencies(AGENCIES);
  const obligations = obligationsOf(large, agencies, '2026' as Period);
  const reports = obligations.agencies.filter((_, k) => k % 2 === 0).map((agency) => plainReport(obligations, agency));
  return { large, agencies, matrix: matrixOf(reports, obligations) };
}

test('64 × 3.400 opens and scrolls to its far corner with no more in the page than a small matrix has', async () => {
  const { large, agencies, matrix } = aCountry();
  const { page, context, errors } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 800 } });
  const answer = (path: string, value: unknown) =>
    page.route(path, (route) => route.fulfill({ contentType: 'application/json', headers: { etag: '"1"' }, body: JSON.stringify(value) }));
  await answer('**/api/plan', large);
  await answer('**/api/agencies', { agencies });
  await answer('**/api/periods/2026/agencies', { agencies });
  await answer('**/api/periods/2026/status', { agencies: agencies.map(({ id }) => ({ agency: id, state: 'not-started', daysLate: 0 })) });
  await page.route('**/api/periods/2026/matrix', (route) =>
    route.request().headers()['if-none-match']
      ? route.fulfill({ status: 304 })
      : route.fulfill({ contentType: 'application/json', headers: { etag: '"1"' }, body: JSON.stringify(matrix) }),
  );
  await signInAt(page, service, 'VPUB', '?the=ma-tran');
  await page.getByText('64 chỉ tiêu × 3400 đơn vị').waitFor();
  await page.locator('.grid [tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  await soon(async () =>
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(`${agencies.at(-1)?.shortName}, L.64:`),
  );
  expect(await page.locator('.grid .cell').count()).toBeLessThan(600);
  await page.keyboard.press('Control+Home');
  const frames = await page.evaluate(async () => {
    const grid = document.querySelector('.grid');
    const times: number[] = [];
    let last = performance.now();
    for (let k = 0; k < 60; k++) {
      grid?.scrollBy(160, 12);
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - last);
      last = performance.now();
    }
    return times.sort((one, two) => one - two);
  });
  console.info(`desk: 64 × 3.400 scrolls at ${frames[30]?.toFixed(1)} ms a frame in the middle, ${frames[57]?.toFixed(1)} ms at the 95th`);
  await pictureOf(page, 'desk-matrix-large');
  expect(errors).toEqual([]);
  await context.close();
});

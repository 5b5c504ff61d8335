import { readdirSync, readFileSync } from 'node:fs';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium } from '../../../support/browser.ts';
import { openPaneInExcel } from '../../../support/excel/open-pane.ts';
import { served } from '../../../support/served.ts';
import { aModel, signIn } from '../a-pane.ts';
import './every-sync.ts';

/** What has speeds or a clock of its own, or does nothing in Excel but be looked at. */
const AT_ONE_SPEED = ['meanwhile.test.ts', 'self-test.test.ts', 'slow-excel.test.ts', 'widths.test.ts'];

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

test('every suite that acts in the pane in Excel runs at 700 ms a sync as well', () => {
  const [pane, here] = ['tests/addin/pane', 'tests/addin/pane/at-700-ms'];
  const acting = readdirSync(pane)
    .filter((name) => name.endsWith('.test.ts') && !AT_ONE_SPEED.includes(name))
    .filter((name) => readFileSync(`${pane}/${name}`, 'utf8').includes('openPaneInExcel('));
  expect(readdirSync(here).filter((name) => name.endsWith('.test.ts') && name !== 'every-suite.test.ts')).toEqual(acting);
  for (const name of acting) expect(readFileSync(`${here}/${name}`, 'utf8')).toBe(`import './every-sync.ts';\nimport '../${name}';\n`);
});

test('a sync takes its 700 ms in the time of the pane, and its timers come due meanwhile', async () => {
  const { page, context } = await chromium.visit();
  const { model } = await aModel('SNV', 120, 100);
  const { pane } = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  const [began, first] = [Date.now(), await pane.evaluate(() => Date.now())];
  await signIn(pane, service, 'SNV');
  const told = await pane.getByText(/Excel trả lời sau \d+ ms/).textContent();
  expect(Number(/sau (\d+) ms/.exec(told ?? '')?.[1])).toBeGreaterThanOrEqual(700);
  const [here, there] = [Date.now() - began, (await pane.evaluate(() => Date.now())) - first];
  expect(there - here).toBeGreaterThanOrEqual(700);
  await context.close();
});

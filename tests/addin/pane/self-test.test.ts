import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import { ExcelModel } from '../../support/excel/model.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { served } from '../../support/served.ts';
import { anExcel, closeAll } from '../excel/an-excel.ts';
import { runScenarios, SCRATCH_SHEET, untilDone } from './self-test/run-scenarios.ts';
import type { Person } from './self-test/scenario.ts';
import { scenarios } from './self-test/scenarios.ts';
import { isSkipped, SKIPPED, type Step, type Transcript } from './self-test/transcript.ts';
import { doAsAsked, isRefused, isSaid, REQUESTS } from './self-test-hands.ts';

const FOLDER = 'tests/addin/pane/transcripts';
const OF_THE_MODEL = `${FOLDER}/model.json`;
/** Scenarios that ask the person for something: they come last. */
const LEFT_OUT = 9;
const STEPS = [SCRATCH_SHEET, ...scenarios.map(({ id }) => id)];
/** What an Excel says it can do is no claim of the model's; and a step that nobody did says nothing. */
const compared = ({ step, outcome }: Step): boolean => step !== 'abilities' && !isSkipped(outcome);

const transcriptIn = (path: string): Transcript => JSON.parse(readFileSync(path, 'utf8')) as Transcript; // written by the page

const anEmptyBook = (...[knobs]: ConstructorParameters<typeof ExcelModel>): ExcelModel => {
  const model = new ExcelModel(knobs);
  model.addSheet('Trang tính1').put(1, 1, { value: 'việc riêng' });
  return model;
};

/** The scenarios on the model of an Excel of that age. */
async function replayed(excelApi: string): Promise<Step[]> {
  const age = Number(excelApi.split('.')[1]);
  const { model, port } = anExcel(anEmptyBook({ requirementSet: age >= 18 ? '1.21' : '1.14' }));
  const steps = await runScenarios(scenarios, {
    port,
    stamp: '23h59m58',
    person: {
      async does(request, isDone) {
        doAsAsked(model, request);
        return untilDone(isDone, { isSkipped: () => isRefused(request), ms: 20_000 });
      },
      async says(request) {
        doAsAsked(model, request);
        return 'done';
      },
    },
  });
  closeAll();
  return steps;
}

/** The steps of a transcript in which the model does otherwise, each with what the model does. */
function differences({ steps }: Pick<Transcript, 'steps'>, ofModel: readonly Step[]) {
  return steps.filter(compared).flatMap(({ step, outcome }) => {
    const model = ofModel.find((one) => one.step === step)?.outcome;
    return JSON.stringify(model) === JSON.stringify(outcome) ? [] : [{ step, excel: outcome, model }];
  });
}

test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.json')))('the model does what the Excel of %s did', async (name) => {
  const transcript = transcriptIn(`${FOLDER}/${name}`);
  expect(transcript).toMatchObject({ kind: 'phuluc-self-test', version: 7 });
  expect(transcript.steps.map(({ step }) => step)).toEqual(STEPS);
  const ofModel = await replayed(transcript.excel.excelApi);
  expect(differences(transcript, ofModel)).toEqual([]);
  const other = transcript.steps.map((step) => (step.step === 'memory' ? { ...step, outcome: 'forgotten' } : step));
  expect(differences({ steps: other }, ofModel).map(({ step }) => step)).toEqual(['memory']);
});

test('in an Excel of 2021 every scenario comes to an end', async () => {
  const steps = await replayed('1.14');
  expect(steps.map(({ step }) => step)).toEqual(STEPS);
  expect(steps.filter(({ outcome }) => isSkipped(outcome))).toEqual([]);
  expect(JSON.stringify(steps)).not.toContain('thrown');
});

test('a request that nobody answers ends by itself', async () => {
  expect(await untilDone(() => false, { isSkipped: () => false, ms: 150 })).toBe('too-late');
});

test('a press on the ribbon, which Office tells nobody of, counts as not tried where nobody says that it was pressed', async () => {
  const ribbon = scenarios.filter(({ id }) => id === 'ribbon-button');
  const outcomes = [];
  for (const ending of ['too-late', 'skipped', 'done'] as const) {
    const { port } = anExcel(anEmptyBook());
    const person: Person = { does: (_, isDone) => untilDone(isDone, { isSkipped: () => false, ms: 5000 }), says: async () => ending };
    const steps = await runScenarios(ribbon, { port, person, stamp: '23h59m58' });
    outcomes.push(steps.at(-1)?.outcome);
    closeAll();
  }
  expect(outcomes).toEqual([SKIPPED, SKIPPED, 'kept']);
});

test('a scenario that breaks is told of, and the next one is run', async () => {
  const { port } = anExcel(anEmptyBook());
  const person: Person = { does: async () => 'skipped', says: async () => 'skipped' };
  const broken = { id: 'broken', label: 'Hỏng', run: () => Promise.reject(new Error('chưa nạp')) };
  const steps = await runScenarios([broken, scenarios[0]!], { port, person, stamp: '23h59m58' });
  closeAll();
  expect(steps.map(({ step }) => step)).toEqual([SCRATCH_SHEET, 'broken', 'abilities']);
  expect(steps[1]?.outcome).toEqual({ thrown: 'chưa nạp' });
});

describe('the page', () => {
  let service: Service;
  let chromium: Chromium;

  served(
    (both) => {
      ({ service, chromium } = both);
    },
    ['--self-test'],
  );

  test('a person runs it and saves what the model did, on the desktop', async () => {
    const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 }, acceptDownloads: true });
    const model = anEmptyBook({ opensBrowser: true, nestedAppAuth: true, latencyMs: 40 });
    const excel = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/self-test/` });
    const { pane } = excel;
    const start = pane.getByRole('button', { name: 'Chạy tự kiểm tra' });
    await pane.getByText('Mở một sổ làm việc trống').waitFor();
    expect(model.sheets).toHaveLength(1);
    await start.click();
    let last = '';
    for (let k = 0; k < REQUESTS; k++) {
      last = await nextRequest(pane, last);
      if (k === 0) await pictureOf(page, 'pane-self-test-1-request');
      doAsAsked(model, last);
      if (isRefused(last)) await pane.getByRole('button', { name: 'Bỏ qua bước này' }).click();
      if (isSaid(last)) await pane.getByRole('button', { name: 'Đã làm' }).click();
      else expect(await pane.getByRole('button', { name: 'Đã làm' }).count()).toBe(0);
    }
    await pane.getByRole('button', { name: 'Lưu bản ghi' }).waitFor();
    await pictureOf(page, 'pane-self-test-2-done');
    expect(await seriousFaults(page)).toEqual([]);

    const shown = await pane.getByLabel('Bản ghi').inputValue();
    const [download] = await Promise.all([page.waitForEvent('download'), pane.getByRole('button', { name: 'Lưu bản ghi' }).click()]);
    expect(readFileSync(await download.path(), 'utf8')).toBe(shown);
    // After a scenario or the model was changed on purpose: UPDATE_TRANSCRIPT=1.
    if (process.env.UPDATE_TRANSCRIPT) writeFileSync(OF_THE_MODEL, shown);
    const transcript = JSON.parse(shown) as Transcript;
    expect(transcript.excel).toEqual({
      program: 'Excel',
      platform: 'PC',
      version: '16.0.20026.41000',
      language: 'vi-VN',
      excelApi: '1.21',
    });
    expect(transcript.sets).toEqual(['SharedRuntime 1.1', 'NestedAppAuth 1.1', 'OpenBrowserWindowApi 1.1']);
    expect([transcript.syncMs.length, transcript.syncMs.filter((ms) => ms < 40 || ms > 1000)]).toEqual([8, []]);
    expect(transcript.steps.filter(({ outcome }) => isSkipped(outcome))).toEqual([]);
    expect(differences(transcript, transcriptIn(OF_THE_MODEL).steps)).toEqual([]);

    // Whatever else was in the workbook is as it was; what was to be remembered is forgotten.
    expect([model.valueAt('Trang tính1', 'A1'), model.sheet('Trang tính1').cells.size, model.settings.size]).toEqual(['việc riêng', 1, 0]);
    expect([excel.unknown(), excel.strayed()]).toEqual([[], []]);
    await context.close();
  });

  test('a page that is loaded anew in the middle, as by a press on the ribbon, says so and still gives the transcript', async () => {
    const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
    const model = anEmptyBook();
    const { pane } = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/self-test/` });
    await pane.getByRole('button', { name: 'Chạy tự kiểm tra' }).click();
    for (let k = 0, last = ''; k < LEFT_OUT; k++) {
      last = await nextRequest(pane, last);
      if (k < LEFT_OUT - 1) await pane.getByRole('button', { name: 'Bỏ qua bước này' }).click();
    }
    await page.reload();
    await pane.getByText('Trang này đã bị nạp lại ở bước “Bấm nút trên thẻ khi ngăn đang mở”').waitFor();
    await pictureOf(page, 'pane-self-test-3-loaded-anew');
    const transcript = JSON.parse(await pane.getByLabel('Bản ghi').inputValue()) as Transcript;
    expect(transcript.steps.map(({ step }) => step)).toEqual(STEPS);
    expect(transcript.steps.at(-1)?.outcome).toEqual({ thrown: 'the page was loaded anew' });
    expect(transcript.syncMs).toHaveLength(8);
    await page.reload();
    await pane.getByRole('button', { name: 'Chạy tự kiểm tra' }).waitFor();
    expect(await pane.getByLabel('Bản ghi').count()).toBe(0);
    await context.close();
  });

  test('who cannot help leaves the requests out, on the web', async () => {
    const { page, context } = await chromium.visit({ viewport: { width: 900, height: 900 } });
    const model = anEmptyBook({ requirementSet: '1.14' });
    const { pane } = await openPaneInExcel(page, { way: 'web', model, paneUrl: `${service.baseUrl}/pane/self-test/` });
    // While a cell is being typed in no sheet can be added: it is said, and can be tried again.
    model.typing = true;
    await pane.getByRole('button', { name: 'Chạy tự kiểm tra' }).click();
    await pane.getByText('Không thêm được trang nháp').waitFor();
    model.typing = false;
    await pane.getByRole('button', { name: 'Chạy tự kiểm tra' }).click();
    const leaveOut = pane.getByRole('button', { name: 'Bỏ qua bước này' });
    for (let k = 0, last = ''; k < LEFT_OUT; k++) {
      last = await nextRequest(pane, last);
      await leaveOut.click();
    }
    await pane.getByLabel('Bản ghi').waitFor();
    const transcript = JSON.parse(await pane.getByLabel('Bản ghi').inputValue()) as Transcript;
    expect(transcript.steps.filter(({ outcome }) => isSkipped(outcome)).map(({ step }) => step)).toEqual(STEPS.slice(-LEFT_OUT));
    expect(transcript.excel).toEqual({
      program: 'Excel',
      platform: 'OfficeOnline',
      version: '16.0.20026.41000',
      language: 'vi-VN',
      excelApi: '1.14',
    });
    expect([transcript.sets, transcript.syncMs.length]).toEqual([['SharedRuntime 1.1'], 8]);
    expect(differences(transcript, await replayed(transcript.excel.excelApi))).toEqual([]);
    await context.close();
  });
});

/** The next thing that the person is asked for. */
async function nextRequest(pane: Frame, last: string): Promise<string> {
  await pane.waitForFunction((before) => {
    const words = (globalThis as never as Page).document.querySelector('.notice.warning p')?.textContent ?? '';
    return words !== '' && words !== before;
  }, last);
  return (await pane.locator('.notice.warning p').textContent()) ?? '';
}

/** What is asked of the page's window. */
interface Page {
  readonly document: { querySelector(selector: string): { readonly textContent: string | null } | null };
}

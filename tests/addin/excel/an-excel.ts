/// <reference path="../../../addin/excel/office.d.ts" />
import { portTo } from '../../../addin/excel/open-port.ts';
import type { Edit, WorkbookPort } from '../../../addin/excel/port.ts';
import type { Result } from '../../../core/result.ts';
import type { ExcelHost } from '../../support/excel/host.ts';
import type { Knobs } from '../../support/excel/knobs.ts';
import { ExcelModel } from '../../support/excel/model.ts';
import { officeOn } from '../../support/excel/unit.ts';

/** A workbook open in Excel and the port to it. */
export interface AnExcel {
  readonly model: ExcelModel;
  readonly host: ExcelHost;
  readonly port: WorkbookPort;
}

/** How long each batch takes, unless the test says it itself. */
let syncMs = 0;

/**
 * The tests in an Excel that answers at once, and in one that takes 700 ms a sync (OfficeDev/office-js issue 4812). Time is not waited for:
 * whenever nothing else is to be done it goes on to the next timer.
 */
export const atEachSpeed = (tests: () => void): void =>
  describe.each([0, 700])('at %i ms a sync', (ms) => {
    beforeEach(() => {
      syncMs = ms;
      inVirtualTime();
    });
    afterEach(() => {
      syncMs = 0;
      jest.useRealTimers();
    });
    tests();
  });

/** Time that goes on by itself: a timer is due as soon as nothing else is to be done. */
export function inVirtualTime(): void {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  (jest as unknown as TickMode).setTimerTickMode({ mode: 'nextAsync' });
}

/** Not in the types of jest yet. */
interface TickMode {
  setTimerTickMode(mode: { readonly mode: 'nextAsync' }): void;
}

const open: { readonly host: ExcelHost; readonly close: () => void }[] = [];

/** A model, or a sheet `Phụ lục I` with a few cells, in Microsoft's own library. Shut it with `closeAll` after each test. */
export function anExcel(of: ExcelModel | Partial<Knobs> = {}): AnExcel {
  const model = of instanceof ExcelModel ? of : aSmallBook({ latencyMs: syncMs, ...of });
  if (of instanceof ExcelModel && of.knobs.latencyMs === 0) of.knobs = { ...of.knobs, latencyMs: syncMs };
  const { host, close } = officeOn(model);
  open.push({ host, close });
  return { model, host, port: portTo({ quietMs: 10, mostMs: 60 }) };
}

/** Ends all Excels of a test. A member of the API that the model does not know would make every other claim worthless. */
export function closeAll(): void {
  const unknown = open.flatMap(({ host }) => host.unknown);
  for (const { close } of open.splice(0)) close();
  expect(unknown).toEqual([]);
}

function aSmallBook(knobs: Partial<Knobs>): ExcelModel {
  const model = new ExcelModel(knobs);
  const sheet = model.addSheet('Phụ lục I');
  model.addSheet('Hướng dẫn');
  for (const [k, header] of ['Mã', 'Tử số', 'Mẫu số'].entries()) sheet.put(1, k + 1, { value: header });
  sheet.put(2, 1, { value: 'PL1.I.1.1' });
  sheet.put(2, 2, { value: 90, locked: false });
  sheet.put(2, 3, { value: 100, locked: false });
  return model;
}

/** What no call of ours does: asked of Microsoft's library itself, in one batch. */
export const inExcel = (batch: (context: Excel.RequestContext) => void): Promise<void> =>
  Excel.run(async (context) => {
    batch(context);
    await context.sync();
  });

/** The value of what must have worked. */
export function worked<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Listens, and gives what was heard so far. */
export async function hearing(port: WorkbookPort): Promise<Edit[]> {
  const heard: Edit[] = [];
  worked(
    await port.onEdit((edit) => {
      heard.push(edit);
    }),
  );
  return heard;
}

/** Long enough for events to arrive and the queue to be quiet, also where a few syncs stand between. */
export const settled = (ms = 400): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms + 3 * syncMs));

/** `Phụ lục I!B2` of every place of the edits. */
export const placesOf = (edits: readonly Edit[]): string[] =>
  edits.flatMap(({ places }) =>
    places.map(({ sheet, area: { top, left, bottom, right } }) => `${sheet} ${top},${left}-${bottom},${right}`),
  );

import { XLSX } from '../../../core/media-types.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { obligationsIn } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const [A, B] = ['XA-21211', 'XA-21034'];
const ROW = 'PL1.I.2.6';

const aWorkbook = (agency: string) =>
  buildForm({ obligations: obligationsIn('2026'), agency: agency as never, values: formValuesOf(aReport(agency)) });

test('each agency’s part of a row has its version, its receipt, who sent it, and whether its workbook is kept', async () => {
  const api = await anApi();
  const workbook = await aWorkbook(A);
  const receipt = (await api.put(A, workbook, 0, { type: XLSX })).json;
  await api.put(B, aReport(B), 0);
  const { status, json } = await api.call('VPUB', 'GET', `/periods/2026/rows/${ROW}/sources`);
  expect([
    status,
    json.row,
    json.sources.map(({ agency, workbook: kept }: { agency: string; workbook: boolean }) => [agency, kept]),
  ]).toEqual([
    200,
    ROW,
    [
      [B, false],
      [A, true],
    ],
  ]);
  const own = json.sources.find(({ agency }: { agency: string }) => agency === A);
  expect(own).toEqual({
    agency: A,
    version: 1,
    receipt: receipt.id,
    sha256: receipt.sha256,
    at: receipt.at,
    by: A,
    workbook: true,
  });
  const bytes = await api.call('VPUB', 'GET', `/periods/2026/reports/${A}/versions/${own.version}/workbook`);
  expect(Buffer.from(bytes.body as Uint8Array).equals(Buffer.from(workbook))).toBe(true);
});

test('of an agency that has sent anew it is the version in force, also when the period is closed', async () => {
  const api = await anApi();
  await api.put(A, aReport(A), 0);
  const second = (await api.put(A, aReport(A, 960), 1)).json;
  const asked = async () => (await api.call('VPUB', 'GET', `/periods/2026/rows/${ROW}/sources`)).json.sources;
  const sources = await asked();
  expect(sources.map(({ version, receipt }: { version: number; receipt: string }) => [version, receipt])).toEqual([[2, second.id]]);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect(await asked()).toEqual(sources);
});

test('a lead sees those of its rows alone; who leads none, and nobody else, sees any', async () => {
  const api = await anApi();
  await api.put(A, aReport(A), 0);
  const asked = async (caller: string, row: string) => (await api.call(caller, 'GET', `/periods/2026/rows/${row}/sources`)).status;
  expect([await asked('SNV', ROW), await asked('SNV', 'PL1.I.1.3'), await asked(A, ROW), await asked('', ROW)]).toEqual([
    200, 403, 403, 401,
  ]);
  expect(await asked('VPUB', 'PL1.KHONG')).toBe(404);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbookProof } from '../../../addin/web/proof/workbook-proof.ts';
import type { PublicPlan } from '../../../contract/routes/get-public-plan.ts';
import type { RowValues } from '../../../core/form/row-values.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { obligationsIn, TINH_KHE } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { INDICATOR_SHEET } from '../../support/plan-sheets.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';
import { fixedBytes } from '../../xlsx/fix/fixed.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OWED = 'PL1.I.1.3';
const NOT_OWED = 'PL1.I.2.1';

const aWorkbook = (agency: AgencyId = TINH_KHE, values: ReadonlyMap<RowId, RowValues> = formValuesOf(aReport(agency))) =>
  buildForm({ obligations: obligationsIn('2026'), agency, values });

/** The workbook with one owed row's values typed otherwise. */
const typed = (values: RowValues) => {
  const all = new Map(formValuesOf(aReport()));
  return aWorkbook(TINH_KHE, all.set(OWED as RowId, { ...all.get(OWED as RowId), ...values }));
};

/** Figures typed into a row that the agency does not owe, whose cells were unlocked. */
async function withForeignRow(): Promise<Uint8Array> {
  const bytes = await aWorkbook();
  const sheet = workbookOf(bytes).grids.find(({ title }) => title === INDICATOR_SHEET.title);
  const row = sheet?.rows.find(({ cells }) => cells[0]?.value === NOT_OWED)?.number;
  const change = (cell: string, value: number) => ({ sheet: INDICATOR_SHEET.title, cell, value, format: 'plain' as const });
  return fixedBytes(bytes, [change(`I${row}`, 3), change(`J${row}`, 4)]);
}

const publicPlan = async (api: Awaited<ReturnType<typeof anApi>>): Promise<PublicPlan> => (await api.call('', 'GET', '/public/plan')).json;

/** What the receipt states and what a browser makes of the same bytes. */
async function sent(bytes: Uint8Array, api?: Awaited<ReturnType<typeof anApi>>) {
  const server = api ?? (await anApi());
  const { json } = await server.put(TINH_KHE, bytes, 0, { type: XLSX });
  return { receipt: json, file: workbookProof(bytes, await publicPlan(server)), api: server };
}

test.each([
  ['without a fault', () => aWorkbook(), []],
  ['with a number typed as text', () => typed({ denominator: '1.000' }), ['count-as-text']],
  ['with a figure in a row that is not owed', withForeignRow, ['row-not-owed']],
  ['with decomposed letters', () => typed({ explanation: 'Đã rà soát lại số liệu của đơn vị'.normalize('NFD') }), []],
  ['with a row left blank', () => typed({ state: null, numerator: null, denominator: null }), ['row-left-blank']],
])('a browser finds the hash of the receipt: a workbook %s', async (_, make, rules) => {
  const { receipt, file } = await sent(await make());
  expect(receipt.findings.map(({ rule }: { rule: string }) => rule)).toEqual(rules);
  expect(file).toEqual({ kind: 'read', agency: TINH_KHE, name: 'UBND xã Tịnh Khê', period: '2026', sha256: receipt.sha256 });
});

test('a row that a period’s settings took from the agency counts in neither hash', async () => {
  const api = await anApi();
  const { headers } = await api.call('VPUB', 'GET', '/periods/2026/settings');
  const settings = { reporters: { [OWED]: ['SBN'] } };
  await api.call('VPUB', 'PUT', '/periods/2026/settings', {
    body: { settings, reason: 'Thử' },
    headers: { 'if-match': String(headers.ETag) },
  });
  const { receipt, file } = await sent(await aWorkbook(), api);
  expect(receipt.findings).toMatchObject([{ rule: 'row-not-owed', row: OWED }]);
  expect(file).toMatchObject({ sha256: receipt.sha256 });
});

test('one figure changed, or one word, is another hash', async () => {
  const { receipt, api } = await sent(await aWorkbook());
  const open = await publicPlan(api);
  for (const other of [await typed({ numerator: 951 }), await typed({ explanation: 'Đã rà soát' })])
    expect(workbookProof(other, open)).toMatchObject({ kind: 'read', sha256: expect.not.stringMatching(receipt.sha256) });
});

test('a workbook that bears marks and notes is the same report', async () => {
  const bytes = await aWorkbook();
  const { receipt, api } = await sent(bytes);
  const marked = fixedBytes(bytes, [], { marks: [{ sheet: INDICATOR_SHEET.title, cell: 'A1', kind: 'fixed', text: 'Ghi chú' }] });
  expect(workbookProof(marked, await publicPlan(api))).toMatchObject({ sha256: receipt.sha256 });
});

describeWithSoffice('saved by LibreOffice', () => {
  test('the same content is the same report, whatever program saved it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-proof-'));
    const bytes = await typed({ explanation: 'Đã rà soát lại số liệu\nlần 2', evidence: '05/BC-UBND' });
    writeFileSync(join(folder, 'bieu.xlsx'), bytes);
    const [saved = ''] = await convert([join(folder, 'bieu.xlsx')], 'xlsx:Calc MS Excel 2007 XML', join(folder, 'saved'));
    const again = readFileSync(saved);
    rmSync(folder, { recursive: true });
    const { receipt, api } = await sent(bytes);
    expect(again.equals(bytes)).toBe(false);
    expect(workbookProof(again, await publicPlan(api))).toMatchObject({ sha256: receipt.sha256 });
  });
});

test('what is no workbook of this plan is told in a sentence', async () => {
  const open = await publicPlan(await anApi());
  const told = [new TextEncoder().encode('Mã,Tử số'), new Uint8Array()].map((bytes) => workbookProof(bytes, open));
  expect(told.map(({ kind }) => kind)).toEqual(['unread', 'unread']);
  for (const one of told) expect(one.kind === 'unread' && one.sentence).toMatch(/\.$/);
});

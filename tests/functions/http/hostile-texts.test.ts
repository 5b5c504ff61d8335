import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XLSX } from '../../../core/media-types.ts';
import { openEmbeddedTable } from '../../../functions/store/embedded-table.ts';
import type { Table } from '../../../functions/store/table.ts';
import { agencies } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { asTyped, HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { brokenParts } from '../../support/strict-xml.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';

const INDICATORS = Object.keys(aReport().indicators);
const TASKS = Object.keys(aReport().tasks);
const NAMES = Object.keys(HOSTILE_TEXTS);
const COMMUNES = agencies.filter(({ kind, active }) => kind === 'commune' && active).map(({ id }) => id as string);

/** Characters of one report's texts as JSON, five fields each: more is refused. */
const MOST_TOLD = 200_000;

/** The names in groups that a report has rows and room for. */
function groupsOf(names: readonly string[]): string[][] {
  const groups: string[][] = [[]];
  let told = 0;
  for (const name of names) {
    const more = 5 * JSON.stringify(HOSTILE_TEXTS[name]).length;
    const last = groups.at(-1)!;
    if (last.length > 0 && (last.length === TASKS.length || told + more > MOST_TOLD)) {
      groups.push([name]);
      told = more;
    } else {
      last.push(name);
      told += more;
    }
  }
  return groups;
}

/** Each text in every text field of a report; as many reports as it takes. */
const sent = groupsOf(NAMES).map((names, k) => {
  const report = aReport(COMMUNES[k]);
  names.forEach((name, at) => {
    const text = HOSTILE_TEXTS[name]!;
    Object.assign(report.indicators[INDICATORS[at]!], { explanation: text, evidence: text });
    Object.assign(report.tasks[TASKS[at]!], { document: text, summary: text, note: text });
  });
  return report;
});

let api: Awaited<ReturnType<typeof anApi>>;
let table: Table;
const folder = mkdtempSync(join(tmpdir(), 'phuluc-hostile-'));
beforeAll(async () => {
  table = openEmbeddedTable(join(folder, 'store.sqlite'));
  api = await anApi(table);
  for (const report of sent) {
    const answer = await api.put(report.agency, report, 0);
    if (answer.status !== 201) throw new Error(String(answer.body));
  }
});
afterAll(async () => {
  await table.close();
  rmSync(folder, { recursive: true });
});

const bytes = async (caller: string, path: string): Promise<Uint8Array> => {
  const { status, body } = await api.call(caller, 'GET', path, { headers: { accept: XLSX } });
  expect([path, status]).toEqual([path, 200]);
  return body as Uint8Array;
};

/** Every text of a report changed so. */
const mapped = (report: (typeof sent)[number], change: (text: string) => string) =>
  JSON.parse(JSON.stringify(report), (_, value) => (typeof value === 'string' ? change(value) : value));

const readBack = async (agency: string, book: Uint8Array) => {
  const { status, json } = await api.call(agency, 'POST', `/periods/2026/reports/${agency}/workbook`, { body: book, type: XLSX });
  expect(status).toBe(200);
  return json.report;
};

test('there are hostile texts enough', () => {
  expect(NAMES.length).toBeGreaterThan(40);
});

test('every text comes back from the store as it was sent', async () => {
  for (const report of sent)
    expect((await api.call(report.agency, 'GET', `/periods/2026/reports/${report.agency}`)).json.report).toEqual(report);
});

test('the form filled with them is XML by the letter, and read again it gives the same report', async () => {
  for (const report of sent) {
    const book = await bytes(report.agency, `/periods/2026/reports/${report.agency}/form?values=current`);
    expect(brokenParts(book)).toEqual([]);
    expect(await readBack(report.agency, book)).toEqual(mapped(report, asTyped));
  }
});

/** The texts of the column `Giải trình` of the sheet of sources, and whether any cell of the workbook that holds one is a formula. */
function explanations(book: Uint8Array): string[] {
  const { grids } = workbookOf(book);
  const sources = grids.find(({ title }) => title === 'Nguồn số liệu')!;
  const header = sources.rows.find(({ cells }) => cells.some(({ value }) => value === 'Giải trình'))!;
  const { column } = header.cells.find(({ value }) => value === 'Giải trình')!;
  return sources.rows.flatMap(({ cells }) => {
    const cell = cells.find((one) => one.column === column);
    if (typeof cell?.value !== 'string' || cell.value === 'Giải trình') return [];
    expect(cell.formula).toBe(false);
    return [cell.value];
  });
}

test.each(['matrix', 'appendix'])('the workbook of the %s is XML by the letter and holds every text as it is', async (route) => {
  const book = await bytes('VPUB', `/periods/2026/${route}`);
  expect(brokenParts(book)).toEqual([]);
  expect(explanations(book).sort()).toEqual(Object.values(HOSTILE_TEXTS).sort());
});

/** Fields of CSV by the letter of RFC 4180. */
function csvFields(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quotedField, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)!.push(quotedField?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
  }
  return lines;
}

test('the CSV holds every text in a field of its own; what begins like a formula has an apostrophe before it', async () => {
  const { body } = await api.call('VPUB', 'GET', '/periods/2026/matrix', { headers: { accept: 'text/csv' } });
  const [header, ...lines] = csvFields(String(body).replace(/^\ufeff/, ''));
  const at = header!.indexOf('Giải trình');
  const told = lines.flatMap((line) => (line[at] ? [line[at]] : []));
  const safe = Object.values(HOSTILE_TEXTS).map((text) => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text));
  expect(told.sort()).toEqual(safe.sort());
  expect(new Set(lines.slice(0, -1).map(({ length }) => length))).toEqual(new Set([header!.length]));
});

test('the matrix as JSON holds every text as it is', async () => {
  const { indicators } = (await api.call('VPUB', 'GET', '/periods/2026/matrix')).json;
  const told = indicators.flatMap(({ cells }: { cells: Record<string, { explanation?: string }> }) =>
    Object.values(cells).flatMap(({ explanation }) => explanation ?? []),
  );
  expect(told.sort()).toEqual(Object.values(HOSTILE_TEXTS).sort());
});

/**
 * LibreOffice has its own way with what looks like an escape: three digits are one to it, and it writes these otherwise than it read them.
 */
const MISWRITTEN: Readonly<Record<string, string>> = {
  _x005F_x000D_: '_x000D_',
  _x0041_x0042_: '_x0041B',
  '_x0041\u0007': 'Ax0007_',
  '_x004_ _X0041_ _x00411_': '\u0004 _X0041_ _x00411_',
};
/** It makes one line break of line feeds and carriage returns that stand together. */
const savedAgain = (text: string): string => MISWRITTEN[text] ?? asTyped(text).replace(/\n+/g, '\n');

describeWithSoffice('in LibreOffice', () => {
  test('form and appendix are opened, and what it saves of them says the same', async () => {
    const files = [...sent.map(({ agency }) => agency), 'appendix'].map((name) => join(folder, `${name}.xlsx`));
    for (const report of sent)
      writeFileSync(join(folder, `${report.agency}.xlsx`), await bytes(report.agency, `/periods/2026/reports/${report.agency}/form`));
    writeFileSync(join(folder, 'appendix.xlsx'), await bytes('VPUB', '/periods/2026/appendix'));
    const saved = await convert(files, 'xlsx:Calc MS Excel 2007 XML', join(folder, 'saved'), 240_000);
    for (const [k, report] of sent.entries()) {
      const again = await readBack(report.agency, readFileSync(saved[k]!));
      expect(mapped(again, (text) => text.replace(/\n+/g, '\n'))).toEqual(mapped(report, savedAgain));
    }
    const told = explanations(readFileSync(saved.at(-1)!));
    expect(told.map((text) => asTyped(text).replace(/\n+/g, '\n')).sort()).toEqual(Object.values(HOSTILE_TEXTS).map(savedAgain).sort());
  }, 300_000);
});

import { SaxesParser } from 'saxes';
import { ENTITY_SETS, entitySetNamed } from '../../../contract/feed/entity-sets.ts';
import type { Period } from '../../../core/plan/period.ts';
import { feedReader } from '../../../functions/feed/entities.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { PERIOD_ROW, partitionOf } from '../../../functions/store/rows.ts';
import { plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';

const OWN = 'XA-21211';
const ROW = 'PL1.I.1.3';

async function aFeed(explanation = 'Đã rà soát') {
  const api = await anApi();
  const report = aReport(OWN, 960);
  report.indicators[ROW].explanation = explanation;
  expect((await api.put(OWN, report, 0)).status).toBe(201);
  const list = async (path: string, caller = 'VPUB') => api.call(caller, 'GET', `/odata/${path}`);
  const csv = async (name: string, caller = 'VPUB') => String((await api.call(caller, 'GET', `/tables/${name}.csv`)).body);
  return { ...api, list, csv };
}

const where = (query: string) => `$filter=${encodeURIComponent(query)}`;

test('the service document lists what there is, and the metadata is XML that names every property', async () => {
  const { call } = await aFeed();
  const { json, headers } = await call('VPUB', 'GET', '/odata');
  expect([json['@odata.context'], headers['OData-Version']]).toEqual(['https://bieu.example/api/odata/$metadata', '4.0']);
  expect(json.value.map(({ name, url }: { name: string; url: string }) => [name, url])).toEqual(
    ENTITY_SETS.map(({ name }) => [name, name]),
  );
  const parser = new SaxesParser({ xmlns: true });
  const named: string[] = [];
  parser.on('opentag', ({ local, attributes }) => local === 'Property' && named.push(String(attributes.Name?.value)));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(String((await call('VPUB', 'GET', '/odata/$metadata')).body)).close();
  expect(named).toEqual(ENTITY_SETS.flatMap(({ properties }) => properties.map(({ name }) => name)));
});

test('a cell says what the matrix says, with its keys; Có is 1 where others of the property are numbers', async () => {
  const { list, put } = await aFeed();
  const [cell] = (await list(`IndicatorCells?${where(`row eq '${ROW}' and agency eq '${OWN}'`)}`)).json.value;
  expect(cell).toMatchObject({ period: '2026', row: ROW, agency: OWN, state: 'reported', numerator: 960, denominator: 1000, value: null });
  expect([cell.explanation, cell.source_version, cell.source_by]).toEqual(['Đã rà soát', 1, OWN]);
  const stated = { ...aReport('CAT'), indicators: { 'PL1.I.2.5': { state: 'reported', value: 3 } }, tasks: {} };
  expect((await put('CAT', stated, 0)).status).toBe(201);
  const [level] = (await list(`IndicatorCells?${where(`row eq 'PL1.I.2.5'`)}`)).json.value;
  expect([level.agency, level.value]).toEqual(['CAT', 3]);
  const value = entitySetNamed('IndicatorCells')!.properties.find(({ name }) => name === 'value')!;
  expect([true, false, 2.5].map((one) => feedReader(value)([{ value: one }]))).toEqual([1, 0, 2.5]);
});

test('rows carry the plan’s words, the figures of all and why', async () => {
  const { list, call } = await aFeed();
  const [row] = (await list(`Indicators?${where(`row eq '${ROW}'`)}`)).json.value;
  const { indicators } = (await call('VPUB', 'GET', '/periods/2026/matrix')).json;
  const wanted = indicators.find(({ id }: { id: string }) => id === ROW);
  expect(row).toMatchObject({ tt: '3', verdict: wanted.verdict, due: wanted.due, why_sentence: wanted.why.sentence });
  expect([row.result_numerator, row.result_denominator, row.coverage_missing]).toEqual([960, 1000, wanted.coverage.missing]);
  expect(row.name).toContain('hài lòng');
});

test('agencies say where they stand', async () => {
  const { list } = await aFeed();
  const { value } = (await list('Agencies?$select=agency,state,version')).json;
  expect([value.length, value.find(({ agency }: { agency: string }) => agency === OWN)]).toEqual([
    112,
    { agency: OWN, state: 'submitted', version: 1 },
  ]);
});

test('what is asked for is selected, counted and cut', async () => {
  const { list } = await aFeed();
  const { json } = await list('TaskCells?$select=agency,verdict&$top=2&$skip=1&$count=true');
  expect([json.value.length, Object.keys(json.value[0])]).toEqual([2, ['agency', 'verdict']]);
  const all = (await list('TaskCells')).json.value;
  expect([json['@odata.count'], json.value[0].agency, json['@odata.nextLink']]).toEqual([all.length, all[1].agency, undefined]);
  expect(json['@odata.context']).toMatch(/#TaskCells\(agency,verdict\)$/);
});

test.each(['$top=-1', '$top=x', '$skip=1.5', '$count=perhaps', '$select=nothing', '$select=', '$top=1&$top=2', '$skiptoken=a'])(
  '%s makes no sense',
  async (query) => {
    expect((await (await aFeed()).list(`Indicators?${query}`)).status).toBe(400);
  },
);

test.each([
  'Indicators?$orderby=row',
  'Indicators?$expand=x',
  'Indicators?$search=x',
  'Indicators?$anything=x',
  'Indicators?$format=atom',
  "Indicators('x')",
  "Indicators(period='2026',row='PL1.I.1.3')",
  'Indicators/$ref',
  'Indicators/$each',
  "Indicators/$filter(row eq 'x')",
  "Indicators('x')/name",
  "Indicators('x')/name/$value",
  "Indicators/$filter(row eq 'x')/$count",
  'Indicators/$count?$search=x',
  'Indicators/phuluc.Indicator',
  '$batch',
  '$entity',
  '$all',
  '$metadata/x',
])('%s is more than the feed does', async (path) => {
  const { status, json } = await (await aFeed()).list(path);
  expect([status, json.type]).toEqual([501, 'urn:phuluc:problem:not-supported']);
});

test('the number of entities that a filter leaves is a bare number, whatever page is asked for', async () => {
  const { list } = await aFeed();
  const all = (await list('IndicatorCells')).json.value.length;
  const { status, headers, body } = await list('IndicatorCells/$count');
  expect([status, headers['Content-Type'], headers['OData-Version'], String(body)]).toEqual([
    200,
    'text/plain; charset=utf-8',
    '4.0',
    String(all),
  ]);
  const counted = async (query: string, caller?: string) => String((await list(`IndicatorCells/$count?${query}`, caller)).body);
  const filtered = where(`row eq '${ROW}' and agency eq '${OWN}'`);
  expect([await counted(filtered), await counted('$top=1&$skip=1'), await counted(where(`row eq 'x'`))]).toEqual(['1', String(all), '0']);
  expect(await counted('', 'SNV')).toBe(String((await list('IndicatorCells', 'SNV')).json.value.length));
  const refused = [
    await list('IndicatorCells/$count?$top=x'),
    await list(`IndicatorCells/$count?${where('numerator eq 1')}`),
    await list('Agencies/$count', 'SNV'),
    await list('Nothing/$count'),
  ];
  expect(refused.map((one) => one.status)).toEqual([400, 501, 403, 404]);
});

test('there are no other lists', async () => {
  const { list, call } = await aFeed();
  expect([(await list('Nothing/$ref')).status, (await list("Nothing('x')/name/$value")).status]).toEqual([404, 404]);
  const asked = [await list('Nothing'), await call('VPUB', 'GET', '/tables/Nothing.csv'), await call('VPUB', 'GET', '/tables/Tasks.json')];
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test('a lead reads its rows and not who has sent what; other agencies read nothing', async () => {
  const { list, call } = await aFeed();
  const led = new Set<string>(
    [...plan.indicators, ...plan.tasks].filter(({ leads }) => leads.some((one) => one === 'SNV')).map(({ id }) => id),
  );
  for (const name of ['Indicators', 'IndicatorCells', 'Tasks', 'TaskCells']) {
    const { value } = (await list(name, 'SNV')).json;
    expect(value.filter(({ row }: { row: string }) => !led.has(row))).toEqual([]);
    expect((await list(name, OWN)).status).toBe(403);
  }
  const refused = [
    await list('Agencies', 'SNV'),
    await call('SNV', 'GET', '/tables/Agencies.csv'),
    await call(OWN, 'GET', '/tables/Tasks.csv'),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
});

test('the table has the columns and rows of the list, and numbers below nought are no formulas', async () => {
  const { list, csv } = await aFeed();
  const lines = (await csv('Indicators')).slice(1).split('\r\n');
  const { value } = (await list('Indicators')).json;
  expect([lines[0], lines.length - 2]).toEqual([Object.keys(value[0]).join(','), value.length]);
  const below = value.find(({ gapPoints }: { gapPoints: number | null }) => gapPoints !== null && gapPoints < 0);
  expect(lines.some((line) => line.includes(`,${below.gapPoints},`))).toBe(true);
});

test.each(Object.entries(HOSTILE_TEXTS))('%s comes whole in JSON and begins no formula in CSV', async (_what, text) => {
  const { list, csv, call } = await aFeed(text);
  const stored = (await call(OWN, 'GET', `/periods/2026/reports/${OWN}`)).json.report.indicators[ROW].explanation;
  const [cell] = (await list(`IndicatorCells?${where(`row eq '${ROW}' and agency eq '${OWN}'`)}`)).json.value;
  expect(cell.explanation).toBe(stored);
  const shown = /^[=+\-@\t\r]/.test(stored) ? `'${stored}` : stored;
  expect((await csv('IndicatorCells')).replaceAll('""', '"')).toContain(shown.replaceAll('""', '"'));
});

test('every opened period is there, and one of them can be asked for', async () => {
  const { list, call } = await aFeed();
  await call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  const periodsIn = async (path: string) => [...new Set((await list(path)).json.value.map(({ period }: { period: string }) => period))];
  expect(await periodsIn('Tasks')).toEqual(['2026', '2027']);
  expect(await periodsIn(`TaskCells?${where("period eq '2027'")}`)).toEqual(['2027']);
});

test('a period that cannot be read is told of and not left out; the others can be asked for', async () => {
  const store = new MemoryTable();
  const { call } = await anApi(store);
  await call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  const partition = partitionOf(plan.id, '2027' as Period);
  const entity = await store.read(partition, PERIOD_ROW);
  await store.commit(partition, [{ kind: 'replace', row: PERIOD_ROW, etag: entity!.etag, value: { state: 'spoilt' } }]);
  const asked = [await call('VPUB', 'GET', '/odata/Tasks'), await call('VPUB', 'GET', `/odata/Tasks?${where("period eq '2026'")}`)];
  expect(asked.map(({ status }) => status)).toEqual([503, 200]);
});

import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { ROW_KINDS } from '../../../functions/store/row-kinds.ts';
import { VersionRow } from '../../../functions/store/rows.ts';
import { soundTable } from '../../../functions/store/sound-table.ts';
import { UnsoundRow } from '../../../functions/store/table.ts';
import { fillWithEveryKind, placesIn, THIS_YEAR } from './every-kind.ts';

const NONSENSE = [undefined, null, 7, [], { nonsense: true }];

test('of no kind is a row written that could not be read again', async () => {
  const full = new MemoryTable();
  await fillWithEveryKind(full);
  const places = await placesIn(full);
  expect(places.map(({ kind }) => kind)).toEqual(ROW_KINDS.map(({ name }) => name));
  for (const { partition, row } of places) {
    const table = new MemoryTable();
    for (const value of NONSENSE)
      await expect(soundTable(table).commit(partition, [{ kind: 'insert', row, value }])).rejects.toThrow(UnsoundRow);
    const sound = (await full.read(partition, row))?.value;
    expect(await soundTable(table).commit(partition, [{ kind: 'insert', row, value: sound }])).toEqual({ ok: true, value: 'done' });
  }
});

test('one row that could not be read again stops the whole transaction', async () => {
  const table = new MemoryTable();
  const commit = soundTable(table).commit(THIS_YEAR, [
    { kind: 'insert', row: 'period', value: { state: 'open', closes: 0, asOf: null } },
    { kind: 'insert', row: 'audit|2027-11-15T02:00:00.000Z|1', value: { by: 'VPUB', action: 'open' } },
  ]);
  await expect(commit).rejects.toThrow('no audit entry: at invalid_type');
  expect(await table.partitions()).toEqual([]);
});

test.each([
  [THIS_YEAR, 'heads|SNV'],
  ['access-keys', 'settings'],
  ['elsewhere', 'settings'],
])('a row of no kind is not written, whatever it says (%s, %s)', async (partition, row) => {
  const commit = soundTable(new MemoryTable()).commit(partition, [{ kind: 'insert', row, value: {} }]);
  await expect(commit).rejects.toThrow('a row of no kind');
});

test('half a surrogate pair is not written, however deep it stands', async () => {
  const value = { rules: [], waivers: [{ agency: 'SNV', rule: 'formula', row: null, reason: 'x\udc00' }] };
  const commit = soundTable(new MemoryTable()).commit(THIS_YEAR, [{ kind: 'insert', row: 'settings', value }]);
  await expect(commit).rejects.toThrow('half a surrogate pair at waivers.0.reason');
});

test('a head is proven with the report that it holds, unless that very report was proven just before it', async () => {
  const full = new MemoryTable();
  await fillWithEveryKind(full);
  const places = await placesIn(full);
  const rowOf = async (kind: string) => {
    const place = places.find((one) => one.kind === kind);
    return { row: place?.row ?? '', value: (await full.read(THIS_YEAR, place?.row ?? ''))?.value as object };
  };
  const [version, head] = [await rowOf('version'), await rowOf('head')];
  const both = (current: unknown, told: object = {}) =>
    soundTable(new MemoryTable()).commit(THIS_YEAR, [
      { kind: 'insert', ...version },
      { kind: 'insert', row: head.row, value: { ...head.value, current, ...told } },
    ]);
  const { report, receipt } = VersionRow.parse(version.value);
  const current = { ...version.value, receipt, findings: undefined, openWarnings: 0 };
  expect(await both(current)).toEqual({ ok: true, value: 'done' });
  await expect(both({ ...current, openWarnings: 'many' })).rejects.toThrow('no head: current.openWarnings invalid_type');
  await expect(both({ ...current, report: { ...report, tasks: 7 } })).rejects.toThrow('no head: current.report.tasks invalid_type');
  await expect(both(current, { state: 'nonsense' })).rejects.toThrow('no head: state invalid_value');
  await expect(both(current, { remarks: { 'PL1.1': 'x\ud800' } })).rejects.toThrow(UnsoundRow);
  await expect(both({ ...current, nonsense: 'x\ud800' })).rejects.toThrow(UnsoundRow);
});

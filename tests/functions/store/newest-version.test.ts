import type { AgencyId } from '../../../core/plan/agency.ts';
import { newestVersion } from '../../../functions/store/heads.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { versionRow } from '../../../functions/store/rows.ts';

const A = 'XA-21211' as AgencyId;
const insert = (agency: string, version: number) =>
  ({ kind: 'insert', row: versionRow(agency as AgencyId, version), value: 'spoilt' }) as const;

test.each([
  [[], 0],
  [[1], 1],
  [[1, 2], 2],
  [[1, 2, 3, 4, 5, 6, 7], 7],
  [[3], 3],
  [[1, 2, 5, 9], 9],
  [[2, 400], 400],
  [[999_999], 999_999],
])('of the versions %j the newest is %i, whatever is missing among them', async (versions, newest) => {
  const table = new MemoryTable();
  for (const version of versions) await table.commit('p', [insert(A, version)]);
  await table.commit('p', [insert('XA-21210', 8), insert('XA-21212', 9)]);
  const read = jest.spyOn(table, 'listPage');
  expect(await newestVersion(table, 'p', A)).toBe(newest);
  expect(read.mock.calls.every(([, , , most]) => most === 1)).toBe(true);
  expect(read.mock.calls.length).toBeLessThanOrEqual(41);
});

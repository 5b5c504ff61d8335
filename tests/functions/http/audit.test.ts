import type { AuditEntry } from '../../../contract/audit-entry.ts';
import { XLSX } from '../../../core/media-types.ts';
import { getAudit } from '../../../functions/http/get-audit.ts';
import { replyTo } from '../../../functions/http/reply.ts';
import { periodContextOf } from '../../../functions/periods/period-context.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { auditRow, partitionOf } from '../../../functions/store/rows.ts';
import { plan } from '../../support/a-form.ts';
import { anApi } from '../../support/an-api.ts';

const PARTITION = partitionOf(plan.id, '2026' as never);
type Api = Awaited<ReturnType<typeof anApi>>;

/** Puts so many entries into the audit, one a second. */
async function fillAudit(table: MemoryTable, count: number): Promise<void> {
  for (let k = 0; k < count; k++) {
    const at = new Date(Date.UTC(2026, 10, 24) + k * 1_000);
    const value: AuditEntry = { at: at.toISOString(), by: 'VPUB', action: 'settings', reason: String(k) };
    await table.commit(PARTITION, [{ kind: 'insert', row: auditRow(at, 'n'), value }]);
  }
}

/** What a table is asked while something is done: each call, and how many rows it answered with. */
async function askedBy(table: MemoryTable, act: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const spies = (['read', 'list', 'listPage', 'commit'] as const).map((name) => {
    const real = table[name].bind(table) as (...words: unknown[]) => Promise<unknown>;
    return jest.spyOn(table, name).mockImplementation((async (...words: unknown[]) => {
      const answer = await real(...words);
      asked.push(Array.isArray(answer) ? `${name} ${words[1]}: ${answer.length} rows` : name);
      return answer;
    }) as never);
  });
  await act();
  for (const spy of spies) spy.mockRestore();
  return asked;
}

const refuse = (api: Api, text: string) =>
  api.call('VPUB', 'POST', '/periods/2026/intake', { body: text, type: XLSX, headers: { 'idempotency-key': text } });

test('a refusal, the list of refusals and a part of the audit cost the same after ten entries and after a thousand', async () => {
  const costs = async (count: number) => {
    const table = new MemoryTable();
    const api = await anApi(table);
    await fillAudit(table, count);
    await refuse(api, 'a');
    return {
      refused: await askedBy(table, () => refuse(api, 'b')),
      listed: await askedBy(table, () => api.call('VPUB', 'GET', '/periods/2026/refused')),
      audit: await askedBy(table, () => api.call('VPUB', 'GET', '/periods/2026/audit?after=2026-11-25')),
    };
  };
  expect(await costs(1_000)).toEqual(await costs(10));
});

test('a hundred and fifty refused files of unknown agencies leave the last hundred in the list, and all in the audit', async () => {
  const api = await anApi();
  for (let k = 0; k < 150; k++) await refuse(api, `no workbook ${k}`);
  expect((await api.call('VPUB', 'GET', '/periods/2026/refused')).json.refused).toHaveLength(100);
  const { entries } = (await api.call('VPUB', 'GET', '/periods/2026/audit')).json;
  expect(entries.filter(({ action }: AuditEntry) => action === 'intake-refused')).toHaveLength(150);
});

test('the audit is given part by part, keys among the rest, each entry once and none left out', async () => {
  const table = new MemoryTable();
  const api = await anApi(table);
  await fillAudit(table, 25);
  for (const at of ['2026-11-23T00:00:00Z', '2026-11-24T00:00:04Z', '2026-11-24T00:00:05Z', '2026-11-25T00:00:00Z']) {
    api.travel(new Date(at));
    await api.call('VPUB', 'POST', '/keys', { body: { agency: 'STC' } });
  }
  const whole = (await api.call('VPUB', 'GET', '/periods/2026/audit')).json;
  expect([whole.entries.length, whole.next]).toEqual([29, undefined]);
  const context = (await periodContextOf(api.deps, '2026'))!;
  const caller = { agency: 'VPUB' as never, consolidator: true, name: 'VPUB' };
  const request = { header: () => null } as never;
  for (const most of [1, 2, 4, 28, 29]) {
    const parts: AuditEntry[] = [];
    let after: string | null = null;
    do {
      const call = { context, caller, parameters: { period: '2026' }, query: () => after } as never;
      const answer = await getAudit(api.deps, most)(call, replyTo(request) as never);
      if ('problem' in answer) throw new Error(answer.problem);
      const { entries, next = null } = JSON.parse(String(answer.body));
      expect(entries.length).toBeLessThanOrEqual(most);
      parts.push(...entries);
      after = next;
    } while (after !== null);
    expect(parts).toEqual(whole.entries);
  }
});

test('a part after a moment begins there; a place that is none is refused', async () => {
  const table = new MemoryTable();
  const api = await anApi(table);
  await fillAudit(table, 5);
  const after = async (place: string) => (await api.call('VPUB', 'GET', `/periods/2026/audit?after=${place}`)).json.entries?.length;
  expect(await after('2026-11-24T00:00:03.000Z')).toBe(2);
  expect([await after('2026-11-24'), await after('2026-11-25')]).toEqual([5, 0]);
  expect((await api.call('VPUB', 'GET', '/periods/2026/audit?after=~')).status).toBe(400);
});

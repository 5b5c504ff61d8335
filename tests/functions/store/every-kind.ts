import type { Day } from '../../../core/day.ts';
import { XLSX } from '../../../core/media-types.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { issueKey, revokeKey } from '../../../functions/identity/access-key.ts';
import { issueCodes } from '../../../functions/identity/sign-in-code.ts';
import { putLetters } from '../../../functions/mail/outbox.ts';
import { notePlan } from '../../../functions/periods/note-plan.ts';
import { fillProofs } from '../../../functions/reports/proofs.ts';
import { ROW_KINDS } from '../../../functions/store/row-kinds.ts';
import { partitionOf } from '../../../functions/store/rows.ts';
import { sealOf } from '../../../functions/store/seal.ts';
import type { Table } from '../../../functions/store/table.ts';
import { aFilledForm } from '../../support/a-filled-form.ts';
import { agencies, plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

/** The agency whose rows are spoilt, and one that must not notice. */
export const HURT = 'XA-21211';
export const WELL = 'XA-21034';
export const TODAY = new Date('2027-11-15T02:00:00Z');
/** Later on that day: audit entries are told apart. */
export const LATER = new Date('2027-11-15T03:00:00Z');
export const THIS_YEAR = partitionOf(plan.id, '2027' as never);

export const reportOf = (agency: string, period: string, satisfied = 950) => ({ ...aReport(agency, satisfied), period });

/** Fills a store by the service's own acts with rows of every kind: last year and the next closed, this one open, sent, returned, set, reminded of. */
export async function fillWithEveryKind(store: Table): Promise<void> {
  const api = await anApi(store, TODAY);
  const { table, clock } = api.deps;
  await notePlan(api.deps);
  const done = async (answer: ReturnType<typeof api.call>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${status} ${body}`);
  };
  for (const agency of [HURT, WELL]) await done(api.put(agency, reportOf(agency, '2026'), 0));
  const returned = { version: 1, decision: 'return', remarks: { 'PL1.I.1.3': 'Xem lại' } };
  await done(api.call('VPUB', 'POST', `/periods/2026/reports/${WELL}/review`, { body: returned }));
  await done(api.put(WELL, reportOf(WELL, '2026', 949), 1));
  await done(api.call('VPUB', 'POST', '/periods/2026/close', { body: {} }));
  await done(api.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Đính chính' } }));
  await done(api.call('VPUB', 'POST', '/periods/2026/close', { body: {} }));
  await done(api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } }));
  for (const agency of [HURT, WELL]) {
    const workbook = await aFilledForm(reportOf(agency, '2027') as never, '2027-11-14T02:00:00Z');
    await done(api.put(agency, workbook, 0, { period: '2027', key: `key of ${agency}`, type: XLSX }));
  }
  await done(api.call('VPUB', 'POST', `/periods/2027/reports/${HURT}/review`, { body: returned }));
  await done(api.call('VPUB', 'POST', '/periods', { body: { period: '2028' } }));
  await done(api.call('VPUB', 'POST', '/periods/2028/close', { body: {} }));
  // Whom to ask lasts into the next year, where it waits until that is reopened.
  const settings = { deadline: '12-01', contacts: { SNV: { name: 'Văn phòng Sở', phone: '0255 3822 000' } } };
  const set = { body: { settings, reason: 'Lùi hạn' }, headers: { 'if-match': '"0"' } };
  await done(api.call('VPUB', 'PUT', '/periods/2027/settings', set));
  const noWorkbook = { body: 'no workbook', type: XLSX, headers: { 'idempotency-key': 'k' } };
  await api.call('VPUB', 'POST', '/periods/2027/intake', noWorkbook);
  await putLetters(table, THIS_YEAR, [
    { day: '2027-11-15' as Day, kind: 'returned', agency: HURT as AgencyId, subject: 'Nhắc', text: 'Đề nghị gửi lại.' },
  ]);
  await fillProofs(table, [THIS_YEAR]);
  const staff = agencies.map((one) => (one.id === HURT ? { ...one, note: 'Tên theo nghị quyết mới' } : one));
  const etag = (await api.call('VPUB', 'GET', '/plan/standing')).headers.ETag ?? '';
  await done(api.call('VPUB', 'PUT', '/plan', { body: { plan, agencies: staff, reason: 'Sửa đổi' }, headers: { 'if-match': etag } }));
  await sealOf(table);
  await issueCodes(table, [HURT as AgencyId], { by: 'VPUB', at: clock() });
  const { id } = await issueKey(table, { agency: HURT as AgencyId, by: 'VPUB', at: clock() });
  await revokeKey(table, id, { by: 'VPUB', at: clock() });
}

export interface Place {
  readonly kind: string;
  readonly partition: string;
  readonly row: string;
}

/** One row of each kind: of the agency that is to be hurt, where the kind has rows of agencies, and of this year where it can be, else of last year; the last of several. */
export async function placesIn(store: Table): Promise<Place[]> {
  const all: Place[] = [];
  for (const partition of [...(await store.partitions())].reverse())
    for (const { row } of await store.list(partition, '')) {
      const kind = ROW_KINDS.find((one) => one.holds(partition, row))?.name;
      if (kind === undefined) throw new Error(`a row of no kind: ${partition} ${row}`);
      all.push({ kind, partition, row });
    }
  const order = [THIS_YEAR, partitionOf(plan.id, '2026' as never)];
  return ROW_KINDS.map(({ name }) => {
    const ofKind = all.filter(({ kind }) => kind === name);
    const inOrder = [...order.flatMap((partition) => ofKind.filter((one) => one.partition === partition).reverse()), ...ofKind];
    const found = inOrder.find(({ row }) => row.includes(HURT)) ?? inOrder[0];
    if (!found) throw new Error(`no row of the kind ${name}: fillWithEveryKind makes none`);
    return found;
  });
}

import type { AuditEntry } from '../../contract/audit-entry.ts';
import { formatDate } from '../../core/format.ts';
import { localDay } from '../../core/local-day.ts';
import type { Agencies, Agency, AgencyId } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { deadlineOf } from '../../core/plan/plan-periods.ts';
import { madeInOrder } from '../../templates/beside/made-in-order.ts';
import type { Writes } from '../../templates/beside/writing-pool.ts';
import type { HandoutLetter } from '../../templates/letters/handout-letter.ts';
import { issueCodes } from '../identity/sign-in-code.ts';
import { auditRow, partitionOf } from '../store/rows.ts';
import type { Table } from '../store/table.ts';
import { figuresBefore } from './last-report.ts';

/** What is handed out, to whom, by whom. */
export interface Handout {
  readonly plan: Plan;
  readonly period: Period;
  readonly agencies: Agencies;
  readonly obligations: Obligations;
  /** To whom; each is an agency of the period. */
  readonly to: readonly AgencyId[];
  readonly address: string;
  readonly contact: string;
  readonly by: string;
  readonly at: Date;
  readonly nonce: string;
}

/** A file of a handout; folders are parted by `/`. */
export interface HandedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** An audit entry names no more agencies: whoever hands out to more means all, as far as following up goes. */
const MOST_NAMED = 500;

/** So that no thread that writes waits for the next file to be asked for. */
const AGENCIES_AT_ONCE = 3;

/** What no file system takes in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]/gu;
const folderOf = ({ id, shortName }: Agency): string => `${id} ${shortName.replace(NOT_IN_NAMES, ' ')}`.replace(/(?<![ .])[ .]+$/, '');

/**
 * Puts a new code for each agency, and the audit, into the store; then gives form and letter of each and at last a list of all, which are
 * made as they are taken. `write` writes them; everybody else is served in between.
 */
export async function handOut(table: Table, handout: Handout, write: Writes): Promise<AsyncGenerator<HandedFile>> {
  const { plan, period, obligations, by, at, nonce } = handout;
  const codes = await issueCodes(table, handout.to, { by, at });
  const isToSome = handout.to.length < obligations.agencies.length && handout.to.length <= MOST_NAMED;
  const audit: AuditEntry = {
    at: at.toISOString(),
    by,
    action: 'handout',
    reason: `${handout.to.length} đơn vị`,
    ...(isToSome && { agencies: [...handout.to] }),
  };
  await table.commit(partitionOf(plan.id, period), [{ kind: 'insert', row: auditRow(at, nonce), value: audit }]);
  return handedFiles(table, handout, codes, write);
}

async function* handedFiles(
  table: Table,
  handout: Handout,
  codes: ReadonlyMap<AgencyId, string>,
  write: Writes,
): AsyncGenerator<HandedFile> {
  const { plan, period, obligations, at } = handout;
  const agencies = handout.to.flatMap((id) => obligations.agency.get(id) ?? []);
  const filesOf = async (agency: Agency): Promise<readonly HandedFile[]> => {
    const folder = folderOf(agency);
    const letter = { ...letterFacts(handout, agency), code: codes.get(agency.id) ?? '' };
    const lastPeriod = await figuresBefore({ table, plan, agencies: handout.agencies }, agency.id, period);
    const form = { obligations, agency: agency.id, uploadPage: `${handout.address}/`, ...(lastPeriod && { lastPeriod }) };
    const [workbook, document] = await Promise.all([write('form', form), write('letter', letter)]);
    return [
      { path: `${folder}/phu-luc-${agency.id}-${period}.xlsx`, bytes: workbook },
      { path: `${folder}/thu-giao-bieu.docx`, bytes: document },
    ];
  };
  for await (const files of madeInOrder(agencies, AGENCIES_AT_ONCE, filesOf)) yield* files;
  const lines = agencies.map((agency) => ({ id: agency.id, name: agency.name, folder: folderOf(agency) }));
  const list = { lines, period, deadline: formatDate(deadlineOf(plan, period)), at };
  yield { path: 'danh-sach.xlsx', bytes: await write('handoutList', list) };
}

const letterFacts = ({ plan, period, address, contact, at }: Handout, agency: Agency): Omit<HandoutLetter, 'code'> => ({
  agency: agency.name,
  plan: `${plan.title} (Kế hoạch số ${plan.number})`,
  period,
  deadline: formatDate(deadlineOf(plan, period)),
  address,
  contact,
  on: localDay(at, plan.reporting.utcOffset),
});

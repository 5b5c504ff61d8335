import { setImmediate as aTurn } from 'node:timers/promises';
import type { AuditEntry } from '../../contract/audit-entry.ts';
import { formatDate } from '../../core/format.ts';
import { localDay } from '../../core/local-day.ts';
import type { Agencies, Agency, AgencyId } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { deadlineOf } from '../../core/plan/plan-periods.ts';
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

/** What no file system takes in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]/gu;
const folderOf = ({ id, shortName }: Agency): string => `${id} ${shortName.replace(NOT_IN_NAMES, ' ')}`.replace(/(?<![ .])[ .]+$/, '');

/**
 * Form and letter of each agency, with a new code in each letter, then a list of all. Codes and audit are in the store before the first
 * file is given. Everybody else is served in between.
 */
export async function* handOut(table: Table, handout: Handout): AsyncGenerator<HandedFile> {
  const { plan, period, obligations, by, at, nonce } = handout;
  const codes = await issueCodes(table, handout.to, { by, at });
  const audit: AuditEntry = { at: at.toISOString(), by, action: 'handout', reason: `${handout.to.length} đơn vị` };
  await table.commit(partitionOf(plan.id, period), [{ kind: 'insert', row: auditRow(at, nonce), value: audit }]);
  // Loaded when asked for: what writes documents is large, and hardly any call needs it.
  const [{ buildForm }, { buildHandoutLetter }, { buildHandoutList }] = await Promise.all([
    import('../../templates/form/build-form.ts'),
    import('../../templates/letters/handout-letter.ts'),
    import('../../templates/letters/handout-list.ts'),
  ]);
  const agencies = handout.to.flatMap((id) => obligations.agency.get(id) ?? []);
  for (const agency of agencies) {
    await aTurn();
    const folder = folderOf(agency);
    const letter = { ...letterFacts(handout, agency), code: codes.get(agency.id) ?? '' };
    const lastPeriod = await figuresBefore({ table, plan, agencies: handout.agencies }, agency.id, period);
    const form = { obligations, agency: agency.id, uploadPage: `${handout.address}/`, ...(lastPeriod && { lastPeriod }) };
    yield { path: `${folder}/phu-luc-${agency.id}-${period}.xlsx`, bytes: await buildForm(form) };
    yield { path: `${folder}/thu-giao-bieu.docx`, bytes: await buildHandoutLetter(letter) };
  }
  const lines = agencies.map((agency) => ({ id: agency.id, name: agency.name, folder: folderOf(agency) }));
  yield { path: 'danh-sach.xlsx', bytes: await buildHandoutList(lines, { period, deadline: formatDate(deadlineOf(plan, period)) }) };
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

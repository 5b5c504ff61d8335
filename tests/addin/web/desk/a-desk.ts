import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Report } from '../../../../core/report.ts';
import { plainReport } from '../../../../demo/made-up/plain-report.ts';
import { obligationsIn } from '../../../support/a-form.ts';
import type { Service } from '../../../support/a-service.ts';

export const obligations = obligationsIn('2026');

/** A full and faultless report of an agency, changed as the test wants it. */
export function aReport(agency: AgencyId, change: (report: Report) => Report = (report) => report): Report {
  const one = obligations.agency.get(agency);
  if (!one) throw new Error(`[seed] "${agency}": not there`);
  return change(plainReport(obligations, one));
}

/** Sends a report with the agency's own key, as its add-in would; gives the status. */
export async function send({ baseUrl, keys }: Service, report: Report, inForce: number | null = null): Promise<number> {
  const answer = await fetch(`${baseUrl}/api/periods/${report.period}/reports/${report.agency}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${keys[report.agency]}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(inForce === null ? { 'if-none-match': '*' } : { 'if-match': `"${inForce}"` }),
    },
    body: JSON.stringify(report),
  });
  if (!answer.ok) throw new Error(`[send] "${report.agency}": ${answer.status} ${await answer.text()}`);
  return answer.status;
}

/** Signs in at the desk by the form, as a person does. */
export async function signInAt(page: Page, service: Service, agency: string, query = ''): Promise<void> {
  await page.goto(`${service.baseUrl}/desk/${query}`);
  await page.getByLabel('Mã truy cập').fill(service.keys[agency] ?? '');
  await page.keyboard.press('Enter');
}

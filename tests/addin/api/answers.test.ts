import type * as z from 'zod';
import type * as answers from '../../../addin/api/answers.ts';
import type * as shapes from '../../../functions/http/shapes.ts';
import type { Receipt } from '../../../functions/reports/receipt.ts';
import type { AuditEntry } from '../../../functions/store/rows.ts';

/** `true` where what the server makes is what the pages take; another type does not compile. */
type Fits<Made, Taken> = Made extends Taken ? true : never;

const fits: {
  signIn: Fits<z.infer<typeof shapes.SignInWays>, answers.SignInWays>;
  me: Fits<z.infer<typeof shapes.Me>, answers.Me>;
  period: Fits<z.infer<typeof shapes.PeriodLine>, answers.PeriodLine>;
  report: Fits<z.infer<typeof shapes.ReportEnvelope>, answers.ReportEnvelope>;
  receipt: Fits<Receipt, answers.Receipt>;
  versions: Fits<z.infer<typeof shapes.VersionList>['versions'][number], answers.VersionLine>;
  status: Fits<z.infer<typeof shapes.StatusList>['agencies'][number], answers.StatusLine>;
  audit: Fits<AuditEntry, answers.AuditLine>;
} = { signIn: true, me: true, period: true, report: true, receipt: true, versions: true, status: true, audit: true };

test('what the server answers is what the pages take, by their types', () => {
  expect(Object.values(fits).every(Boolean)).toBe(true);
});

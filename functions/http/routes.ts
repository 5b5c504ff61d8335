import type { Deps } from '../deps.ts';
import { getAppendix } from './get-appendix.ts';
import { getAudit } from './get-audit.ts';
import { getChanges } from './get-changes.ts';
import { getForm } from './get-form.ts';
import { getGround } from './get-ground.ts';
import { getHealth } from './get-health.ts';
import { getMatrix } from './get-matrix.ts';
import { getProof } from './get-proof.ts';
import { getPublic } from './get-public.ts';
import { getPublicPeriods } from './get-public-periods.ts';
import { getPublicPlan } from './get-public-plan.ts';
import { getRefused } from './get-refused.ts';
import { getAgencies, getMe, getPeriod, getPlan } from './get-registers.ts';
import { getReminders } from './get-reminders.ts';
import { getReport } from './get-report.ts';
import { getSignIn } from './get-sign-in.ts';
import { getStatus } from './get-status.ts';
import { getVersion } from './get-version.ts';
import { getVersions } from './get-versions.ts';
import { deleteKey, getKeys, postKey } from './keys.ts';
import { getOpenApi } from './openapi.ts';
import { getPeriods, postPeriod } from './periods.ts';
import { postClose, postReopen } from './post-close.ts';
import { postIntake } from './post-intake.ts';
import { postPublish } from './post-publish.ts';
import { postReview } from './post-review.ts';
import { postWorkbook } from './post-workbook.ts';
import { putReport } from './put-report.ts';
import { getSettings, putSettings } from './put-settings.ts';
import type { AnyRoute } from './route.ts';

/** Every route of the API. A new one = one file, one line here; OpenAPI, dispatch and the table of rights follow. */
export function routesOf(deps: Deps): readonly AnyRoute[] {
  const routes: AnyRoute[] = [
    getHealth(deps),
    getSignIn(deps),
    getMe(deps),
    getPlan(deps),
    getAgencies(deps),
    getPeriods(deps),
    postPeriod(deps),
    getPeriod(deps),
    getReport(deps),
    putReport(deps),
    getVersions(deps),
    getVersion(deps),
    getChanges(deps),
    getGround(deps),
    getForm(deps),
    postWorkbook(deps),
    postReview(deps),
    postIntake(deps),
    getRefused(deps),
    getStatus(deps),
    getReminders(deps),
    getMatrix(deps),
    getAppendix(deps),
    postClose(deps),
    postReopen(deps),
    postPublish(deps),
    getSettings(deps),
    putSettings(deps),
    getAudit(deps),
    getPublicPeriods(deps),
    getPublicPlan(deps),
    getPublic(deps),
    getProof(deps),
    getKeys(deps),
    postKey(deps),
    deleteKey(deps),
  ];
  return [...routes, getOpenApi(routes)];
}

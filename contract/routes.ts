import type { Route } from './route.ts';
import { beyondEntityRoute, beyondListRoute } from './routes/beyond-feed.ts';
import { checkWorkbookRoute } from './routes/check-workbook.ts';
import { closePeriodRoute } from './routes/close-period.ts';
import { countEntitiesRoute } from './routes/count-entities.ts';
import { getAgenciesRoute } from './routes/get-agencies.ts';
import { getAppendixRoute } from './routes/get-appendix.ts';
import { getAuditRoute } from './routes/get-audit.ts';
import { getChangesRoute } from './routes/get-changes.ts';
import { getDictionaryRoute } from './routes/get-dictionary.ts';
import { getEntitiesRoute } from './routes/get-entities.ts';
import { getFeedMetadataRoute } from './routes/get-feed-metadata.ts';
import { getFormRoute } from './routes/get-form.ts';
import { getGroundRoute } from './routes/get-ground.ts';
import { getHealthRoute } from './routes/get-health.ts';
import { getHonoursRoute } from './routes/get-honours.ts';
import { getMarkedRoute } from './routes/get-marked.ts';
import { getMatrixRoute } from './routes/get-matrix.ts';
import { getMeRoute } from './routes/get-me.ts';
import { getMetricsRoute } from './routes/get-metrics.ts';
import { getOpenApiRoute } from './routes/get-open-api.ts';
import { getOwnDocumentRoute } from './routes/get-own-document.ts';
import { getPeriodRoute } from './routes/get-period.ts';
import { getPeriodAgenciesRoute } from './routes/get-period-agencies.ts';
import { getPeriodReportRoute } from './routes/get-period-report.ts';
import { getPlanRoute } from './routes/get-plan.ts';
import { getPlanStandingRoute } from './routes/get-plan-standing.ts';
import { getPlanWorkbookRoute } from './routes/get-plan-workbook.ts';
import { getPublicRoute } from './routes/get-public.ts';
import { getPublicContactRoute } from './routes/get-public-contact.ts';
import { getPublicPlanRoute } from './routes/get-public-plan.ts';
import { getRefusedRoute } from './routes/get-refused.ts';
import { getRemindersRoute } from './routes/get-reminders.ts';
import { getReportRoute } from './routes/get-report.ts';
import { getServiceDocumentRoute } from './routes/get-service-document.ts';
import { getSettingsRoute } from './routes/get-settings.ts';
import { getSignInRoute } from './routes/get-sign-in.ts';
import { getSourcesRoute } from './routes/get-sources.ts';
import { getStatusRoute } from './routes/get-status.ts';
import { getTableRoute } from './routes/get-table.ts';
import { getVersionRoute } from './routes/get-version.ts';
import { getVersionsRoute } from './routes/get-versions.ts';
import { getWorkbookRoute } from './routes/get-workbook.ts';
import { handOutRoute } from './routes/hand-out.ts';
import { intakeWorkbookRoute } from './routes/intake-workbook.ts';
import { issueKeyRoute } from './routes/issue-key.ts';
import { listKeysRoute } from './routes/list-keys.ts';
import { listPeriodsRoute } from './routes/list-periods.ts';
import { listPublicPeriodsRoute } from './routes/list-public-periods.ts';
import { listReviewsRoute } from './routes/list-reviews.ts';
import { openPeriodRoute } from './routes/open-period.ts';
import { previewDocumentRoute } from './routes/preview-document.ts';
import { proveReportRoute } from './routes/prove-report.ts';
import { publishPeriodRoute } from './routes/publish-period.ts';
import { putPlanRoute } from './routes/put-plan.ts';
import { putReportRoute } from './routes/put-report.ts';
import { putSettingsRoute } from './routes/put-settings.ts';
import { readPlanWorkbookRoute } from './routes/read-plan-workbook.ts';
import { reopenPeriodRoute } from './routes/reopen-period.ts';
import { reviewManyRoute } from './routes/review-many.ts';
import { reviewReportRoute } from './routes/review-report.ts';
import { revokeCodesRoute } from './routes/revoke-codes.ts';
import { revokeKeyRoute } from './routes/revoke-key.ts';
import { useCodeRoute } from './routes/use-code.ts';
import { verifyDocumentRoute } from './routes/verify-document.ts';

/** Every route of the API. The server's handlers, the client, OpenAPI and the test of rights follow this list. */
export const ROUTES = [
  getHealthRoute,
  getMetricsRoute,
  getSignInRoute,
  useCodeRoute,
  getMeRoute,
  getPlanRoute,
  getPlanStandingRoute,
  getPlanWorkbookRoute,
  readPlanWorkbookRoute,
  putPlanRoute,
  getAgenciesRoute,
  listPeriodsRoute,
  openPeriodRoute,
  getPeriodRoute,
  getPeriodAgenciesRoute,
  getReportRoute,
  putReportRoute,
  getVersionsRoute,
  getVersionRoute,
  getWorkbookRoute,
  getMarkedRoute,
  getChangesRoute,
  getGroundRoute,
  getFormRoute,
  getOwnDocumentRoute,
  checkWorkbookRoute,
  previewDocumentRoute,
  reviewReportRoute,
  listReviewsRoute,
  reviewManyRoute,
  intakeWorkbookRoute,
  getRefusedRoute,
  getStatusRoute,
  getRemindersRoute,
  handOutRoute,
  getMatrixRoute,
  getSourcesRoute,
  getAppendixRoute,
  getHonoursRoute,
  getPeriodReportRoute,
  verifyDocumentRoute,
  getServiceDocumentRoute,
  getFeedMetadataRoute,
  getEntitiesRoute,
  countEntitiesRoute,
  beyondListRoute,
  beyondEntityRoute,
  getTableRoute,
  getDictionaryRoute,
  closePeriodRoute,
  reopenPeriodRoute,
  publishPeriodRoute,
  getSettingsRoute,
  putSettingsRoute,
  getAuditRoute,
  listPublicPeriodsRoute,
  getPublicPlanRoute,
  getPublicContactRoute,
  getPublicRoute,
  proveReportRoute,
  listKeysRoute,
  issueKeyRoute,
  revokeKeyRoute,
  revokeCodesRoute,
  getOpenApiRoute,
] as const satisfies readonly Route[];

import { ROUTES } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { getAppendix } from './get-appendix.ts';
import { getAudit } from './get-audit.ts';
import { getChanges } from './get-changes.ts';
import { getForm } from './get-form.ts';
import { getGround } from './get-ground.ts';
import { getHealth } from './get-health.ts';
import { getHonours } from './get-honours.ts';
import { getMarked } from './get-marked.ts';
import { getMatrix } from './get-matrix.ts';
import { getMetrics } from './get-metrics.ts';
import { beyondFeed, countEntities, getEntities, getFeedMetadata, getServiceDocument } from './get-odata.ts';
import { getOwnDocument } from './get-own-document.ts';
import { getPeriodReport } from './get-period-report.ts';
import { getProof } from './get-proof.ts';
import { getPublic } from './get-public.ts';
import { getPublicContact } from './get-public-contact.ts';
import { getPublicPeriods } from './get-public-periods.ts';
import { getPublicPlan } from './get-public-plan.ts';
import { getRefused } from './get-refused.ts';
import { getAgencies, getMe, getPeriod, getPeriodAgencies, getPlan } from './get-registers.ts';
import { getReminders } from './get-reminders.ts';
import { getReport } from './get-report.ts';
import { getSignIn } from './get-sign-in.ts';
import { getSources } from './get-sources.ts';
import { getStatus } from './get-status.ts';
import { getDictionary, getTable } from './get-tables.ts';
import { getVersion } from './get-version.ts';
import { getVersions } from './get-versions.ts';
import { getWorkbook } from './get-workbook.ts';
import type { Handler, Handlers } from './handler.ts';
import { deleteKey, getKeys, postKey } from './keys.ts';
import { listReviews } from './list-reviews.ts';
import { getOpenApi } from './openapi.ts';
import { getPeriods, postPeriod } from './periods.ts';
import { getPlanStanding, getPlanWorkbook, postPlanWorkbook, putPlan } from './plans.ts';
import { postClose, postReopen } from './post-close.ts';
import { postCode } from './post-code.ts';
import { postHandout } from './post-handout.ts';
import { postIntake } from './post-intake.ts';
import { postPreview } from './post-preview.ts';
import { postPublish } from './post-publish.ts';
import { postReview } from './post-review.ts';
import { postReviewMany } from './post-review-many.ts';
import { postRevokeCodes } from './post-revoke-codes.ts';
import { postVerify } from './post-verify.ts';
import { postWorkbook } from './post-workbook.ts';
import { putReport } from './put-report.ts';
import { getSettings, putSettings } from './put-settings.ts';

const workOf = (deps: Deps): Handlers => ({
  getHealth: getHealth(deps),
  getMetrics: getMetrics(deps),
  getSignIn: getSignIn(deps),
  useCode: postCode(deps),
  getMe: getMe(deps),
  getPlan: getPlan(deps),
  getPlanStanding: getPlanStanding(deps),
  getPlanWorkbook: getPlanWorkbook(deps),
  readPlanWorkbook: postPlanWorkbook(deps),
  putPlan: putPlan(deps),
  getAgencies: getAgencies(deps),
  listPeriods: getPeriods(deps),
  openPeriod: postPeriod(deps),
  getPeriod: getPeriod(),
  getPeriodAgencies: getPeriodAgencies(),
  getReport: getReport(deps),
  putReport: putReport(deps),
  getVersions: getVersions(deps),
  getVersion: getVersion(deps),
  getWorkbook: getWorkbook(deps),
  getMarked: getMarked(deps),
  getChanges: getChanges(deps),
  getGround: getGround(deps),
  getForm: getForm(deps),
  getOwnDocument: getOwnDocument(deps),
  checkWorkbook: postWorkbook(deps),
  previewDocument: postPreview(deps),
  reviewReport: postReview(deps),
  listReviews: listReviews(deps),
  reviewMany: postReviewMany(deps),
  intakeWorkbook: postIntake(deps),
  getRefused: getRefused(deps),
  getStatus: getStatus(deps),
  getReminders: getReminders(deps),
  handOut: postHandout(deps),
  getMatrix: getMatrix(deps),
  getSources: getSources(deps),
  getAppendix: getAppendix(deps),
  getHonours: getHonours(deps),
  getPeriodReport: getPeriodReport(deps),
  verifyDocument: postVerify(deps),
  getServiceDocument: getServiceDocument(),
  getFeedMetadata: getFeedMetadata(),
  getEntities: getEntities(deps),
  countEntities: countEntities(deps),
  beyondList: beyondFeed(),
  beyondEntity: beyondFeed(),
  getTable: getTable(deps),
  getDictionary: getDictionary(),
  closePeriod: postClose(deps),
  reopenPeriod: postReopen(deps),
  publishPeriod: postPublish(deps),
  getSettings: getSettings(deps),
  putSettings: putSettings(deps),
  getAudit: getAudit(deps),
  listPublicPeriods: getPublicPeriods(deps),
  getPublicPlan: getPublicPlan(deps),
  getPublicContact: getPublicContact(deps),
  getPublic: getPublic(deps),
  proveReport: getProof(deps),
  listKeys: getKeys(deps),
  issueKey: postKey(deps),
  revokeCodes: postRevokeCodes(deps),
  revokeKey: deleteKey(deps),
  getOpenApi: getOpenApi(),
});

/** Every route of the contract with what does its work, in the contract's order. */
export function handlersOf(deps: Deps): readonly Handler[] {
  const work = workOf(deps);
  // `Handlers` has held each to its own route; from here on they are served alike.
  return ROUTES.map((route) => ({ route, serve: work[route.id] as unknown as Handler['serve'] }));
}

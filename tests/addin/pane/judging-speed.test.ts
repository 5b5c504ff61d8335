import { checkForm } from '../../../addin/pane/check-form.ts';
import type { CheckContext } from '../../../addin/ui/check-context.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { NO_SETTINGS } from '../../../core/plan/settings.ts';
import { plainReport } from '../../../demo/made-up/plain-report.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { agencies, context, obligationsIn } from '../../support/a-form.ts';
import { processorTime } from '../../support/processor-time.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';

const TRIES = 25;
/** What a key costs of ours, beside the batches of Excel. The least of many tries is told: others count what V8 compiles and tidies meanwhile. */
const MOST_MS = 4;

test.each(['VPUB', 'STC', 'XA-21211'] as AgencyId[])(
  'what is typed in the filled form of %s is judged in under 4 ms of processor time',
  async (agency) => {
    const obligations = obligationsIn('2026');
    const report = plainReport(obligations, obligations.agency.get(agency)!);
    const workbook = workbookOf(await buildForm({ obligations, agency, values: formValuesOf(report) }));
    const checkContext: CheckContext = { agency, agencies, obligations, settings: NO_SETTINGS, context, returned: null };
    const took = Array.from({ length: TRIES }, () => processorTime(() => void checkForm(workbook, checkContext)));
    expect(Math.min(...took)).toBeLessThan(MOST_MS);
  },
);

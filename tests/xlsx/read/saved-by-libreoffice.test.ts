import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Report } from '../../../core/report.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { aForm, context, TINH_KHE } from '../../support/a-form.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { obligationsIn } from '../../templates/form/a-built-form.ts';

const AGENCIES = [TINH_KHE, 'SKHCN', 'CAT'] as AgencyId[];

describeWithSoffice('LibreOffice', () => {
  test('a form that it only saved again gives the same report and not one finding more, blank or filled', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-saved-'));
    try {
      const forms = await Promise.all(
        AGENCIES.flatMap((agency) =>
          [null, aForm(agency).filled().read().report].map(async (report: Report | null) => {
            const values = report ? { values: formValuesOf(report) } : {};
            const path = join(folder, `${agency}-${report ? 'filled' : 'blank'}.xlsx`);
            const bytes = await buildForm({ obligations: obligationsIn('2026'), agency, ...values });
            writeFileSync(path, bytes);
            return { path, before: readUpload(bytes, context) };
          }),
        ),
      );
      const saved = await convert(
        forms.map(({ path }) => path),
        'xlsx:Calc MS Excel 2007 XML',
        join(folder, 'saved'),
      );
      for (const [k, { path, before }] of forms.entries()) {
        const after = readUpload(new Uint8Array(readFileSync(saved[k]!)), context);
        expect([path, after.report, after.findings]).toEqual([path, before.report, before.findings]);
        expect(before.findings.map(({ rule }) => rule)).toEqual(path.includes('blank') ? ['nothing-filled'] : []);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

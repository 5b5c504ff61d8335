import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Report } from '../../core/report.ts';
import { buildForm } from '../../templates/form/build-form.ts';
import { formValuesOf } from '../../templates/form/form-values.ts';
import { obligationsIn } from './a-form.ts';

const CORE = 'docProps/core.xml';
const APP = 'docProps/app.xml';
const MODIFIED = /<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/;

/** A report as its agency's form, saved at a moment (null: its properties do not say when), by Excel or another program. */
export async function aFilledForm(report: Report, saved: string | null, program?: string): Promise<Uint8Array> {
  const obligations = obligationsIn(report.period);
  const parts = unzipSync(await buildForm({ obligations, agency: report.agency as AgencyId, values: formValuesOf(report) }));
  const time = saved === null ? '' : `<dcterms:modified xsi:type="dcterms:W3CDTF">${saved}</dcterms:modified>`;
  parts[CORE] = strToU8(strFromU8(parts[CORE] ?? new Uint8Array()).replace(MODIFIED, time));
  if (program) {
    const app = strFromU8(parts[APP] ?? new Uint8Array());
    parts[APP] = strToU8(app.replace(/<Application>[^<]*<\/Application>/, `<Application>${program}</Application>`));
  }
  return zipSync(parts, { level: 1 });
}

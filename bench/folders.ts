import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Agencies } from '../core/plan/agency.ts';
import { obligationsOf } from '../core/plan/obligations.ts';
import type { Period } from '../core/plan/period.ts';
import { plainReport } from '../demo/made-up/plain-report.ts';
import { defaultPlan } from '../seeds/plan.ts';
import { buildForm } from '../templates/form/build-form.ts';
import { formValuesOf } from '../templates/form/form-values.ts';

export const PERIOD = '2026' as Period;

/** A new folder of filled workbooks, everyone answering every row. */
export async function filledFolder(folder: string, agencies: Agencies): Promise<string> {
  const obligations = obligationsOf(defaultPlan(), agencies, PERIOD);
  empty(folder);
  for (const agency of obligations.agencies) {
    const values = formValuesOf(plainReport(obligations, agency));
    writeFileSync(join(folder, `${agency.id}.xlsx`), await buildForm({ obligations, agency: agency.id, values }));
  }
  return folder;
}

/** Many more workbooks than it would be patient to build: copies of communes' workbooks under the identities of made-up agencies. */
export function copiedFolder(folder: string, source: string, agencies: Agencies): string {
  empty(folder);
  const models = readdirSync(source).filter((name) => name.startsWith('XA-'));
  for (const [k, { id }] of agencies.entries()) {
    const own = `${id}.xlsx`;
    const model = id.startsWith('TT-') ? (models[k % models.length] ?? '') : own;
    const bytes = readFileSync(join(source, model));
    writeFileSync(join(folder, own), model === own ? bytes : renamed(bytes, model.slice(0, -'.xlsx'.length), id));
  }
  return folder;
}

function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'xl/sharedStrings.xml';
  const text = strFromU8(parts[name] ?? new Uint8Array());
  if (!text.includes(`>${from}<`)) throw new Error(`[copy] "${from}": its workbook does not hold its id`);
  parts[name] = strToU8(text.replace(`>${from}<`, `>${to}<`));
  return zipSync(parts, { level: 1 });
}

function empty(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { at } from './root.mjs';

/** Where the deployment package holds a plan of its own; infra/modules/service.bicep names the same. */
export const PACKED = { PHULUC_PLAN: 'own-plan/plan.json', PHULUC_AGENCIES: 'own-plan/agencies.json' };

/**
 * Puts the plan and the agencies that the environment names into a deployment package, after the command line has checked them; none where
 * it names none. Throws with all faults of a plan that the service would not start with.
 */
export async function packPlan(folder, environment, phuluc = at('dist/phuluc.mjs')) {
  rmSync(join(folder, 'own-plan'), { recursive: true, force: true });
  const named = Object.entries(PACKED).filter(([name]) => environment[name]);
  if (named.length === 0) return;
  const missing = named.find(([name]) => !existsSync(environment[name]));
  if (missing) throw new Error(`[${missing[0]}] “${environment[missing[0]]}”: không mở được tệp. Kiểm tra lại đường dẫn.`);
  await checked(phuluc, environment);
  mkdirSync(join(folder, 'own-plan'), { recursive: true });
  for (const [name, path] of named) cpSync(environment[name], join(folder, path));
}

async function checked(phuluc, environment) {
  const plan = environment.PHULUC_PLAN || at('seeds/plan.json');
  const agencies = environment.PHULUC_AGENCIES ? ['--agencies', environment.PHULUC_AGENCIES] : [];
  await promisify(execFile)(process.execPath, [phuluc, 'plan', 'check', plan, ...agencies]).catch(({ stdout, stderr }) => {
    throw new Error(`[PHULUC_PLAN, PHULUC_AGENCIES] kế hoạch có lỗi:\n${stdout}${stderr}`);
  });
}

import { lastingSettings, lastsInto } from '../../core/plan/lasting-settings.ts';
import { mergeSettings } from '../../core/plan/merge-settings.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Settings } from '../../core/plan/settings.ts';
import type { Result } from '../../core/result.ts';
import { isSameJson } from '../../core/same-json.ts';
import type { Deps } from '../deps.ts';
import { nullIfUnreadable } from '../store/sound-row.ts';
import { changeSettings, type SettingsChange } from './change-settings.ts';
import { openedPeriods } from './opened-periods.ts';
import { type ContextDeps, type PeriodContext, periodContextOf } from './period-context.ts';
import { noteWaiting, waitingSettings } from './waiting-settings.ts';

type OnwardDeps = ContextDeps & Pick<Deps, 'nonce'>;

/** A later period, and its settings once what lasts of another one's change is in them: at once, or where it is not open once it is. */
interface LaterSettings {
  readonly context: PeriodContext;
  /** Those that it stands under, or is to stand under so far. */
  readonly before: Settings;
  readonly settings: Settings;
}

/**
 * The opened periods that a change of one period's settings lasts into and alters. What they say otherwise themselves stands; a closed one
 * stays as it was closed until it is reopened, and one in which cannot be read what waits for that takes nothing more: whoever reopens it
 * is told. `besides`: periods that are left out.
 */
export async function laterSettings(
  deps: ContextDeps,
  { period, settings: before }: Pick<PeriodContext, 'period' | 'settings'>,
  after: Settings,
  besides: ReadonlySet<Period> = new Set(),
): Promise<LaterSettings[]> {
  const [was, is] = [lastingSettings(before), lastingSettings(after)];
  if (isSameJson(was, is)) return [];
  const later = (await openedPeriods(deps)).filter((one) => lastsInto(period, one.period) && !besides.has(one.period));
  const found = await Promise.all(
    later.map(async (context): Promise<LaterSettings | null> => {
      const standing = context.row.state === 'open' ? context.settings : await nullIfUnreadable(onceReopened(deps, context));
      return standing && { context, before: standing, settings: mergeSettings(was, standing, is).settings };
    }),
  );
  return found.filter((one) => one !== null).filter(({ before: standing, settings }) => !isSameJson(standing, settings));
}

const onceReopened = async ({ table }: Pick<OnwardDeps, 'table'>, { partition, settings }: PeriodContext): Promise<Settings> =>
  (await waitingSettings(table, partition)) ?? settings;

/**
 * Changes the settings of a period, before it those of the periods that this lasts into: whoever sends a change again that broke off half-way
 * finds his own settings as he had read them, and completes it.
 */
export async function changeSettingsOnward(
  deps: OnwardDeps,
  context: PeriodContext,
  change: SettingsChange,
): Promise<Result<Settings, 'closed' | 'stale'>> {
  const isDue = change.hasRead && context.row.state === 'open';
  const opened = new Set(isDue ? (await openedPeriods(deps)).map(({ period }) => period) : []);
  if (isDue) await passOn(deps, context, change);
  const done = await changeSettings(deps.table, context, change);
  // One that was opened meanwhile has what it found, which was not this yet.
  if (isDue && done.ok) await passOn(deps, context, change, opened);
  if (!isDue || done.ok) return done;
  // Somebody else was quicker: of what has lasted into other periods by then that stays which he says too, and what he says comes in its place.
  const standing = (await nullIfUnreadable(periodContextOf(deps, context.period)))?.settings ?? context.settings;
  await passOn(deps, { ...context, settings: change.settings }, { ...change, settings: standing });
  return done;
}

async function passOn(deps: OnwardDeps, context: PeriodContext, change: SettingsChange, besides?: ReadonlySet<Period>): Promise<void> {
  for (;;) {
    const [next] = await laterSettings(deps, context, change.settings, besides);
    if (!next) return;
    const { context: later, settings } = next;
    if (later.row.state !== 'open') {
      await noteWaiting(deps.table, later.partition, { settings, from: context.period, reason: change.reason });
      continue;
    }
    const nonce = deps.nonce(); // what is taken back leaves an audit entry of its own
    await changeSettings(deps.table, later, { ...change, settings, from: context.period, nonce });
  }
}

import { outcomeOf, type Person, type Scenario, type ScenarioContext } from './scenario.ts';
import type { Json, Step } from './transcript.ts';

/** A run in the open workbook. */
interface Run extends Pick<ScenarioContext, 'port' | 'person' | 'stamp'> {
  /** Told before each scenario and with its step. */
  readonly tell?: (id: string, step: Step | null) => void;
}

/**
 * Runs the scenarios one after the other on a new sheet; nothing that was in the workbook is touched. Only the first step where no sheet
 * can be made.
 */
export async function runScenarios(scenarios: readonly Scenario[], { port, person, stamp, tell = () => undefined }: Run): Promise<Step[]> {
  const steps: Step[] = [];
  const record = async (id: string, run: () => Promise<Json>): Promise<void> => {
    tell(id, null);
    const started = performance.now();
    const outcome = unstamped(await run().catch(thrown), stamp);
    const step = { step: id, outcome, ms: Math.round(performance.now() - started) };
    steps.push(step);
    tell(id, step);
  };
  const made: { sheet?: string } = {};
  await record(SCRATCH_SHEET, async () => {
    const added = await port.addSheet(scratchSheet(stamp));
    if (added.ok) made.sheet = added.value.title;
    return outcomeOf(added, ({ title }) => title);
  });
  const { sheet } = made;
  if (sheet === undefined) return steps;
  for (const { id, run } of scenarios) await record(id, () => run({ port, person, stamp, sheet }));
  return steps;
}

/** The id of the step that comes before the scenarios. */
export const SCRATCH_SHEET = 'scratch-sheet';

const scratchSheet = (stamp: string) => ({
  title: `Tự kiểm tra ${stamp}`,
  whenTaken: 'number' as const,
  widths: [],
  values: [['Trang nháp của phần tự kiểm tra. Đóng sổ này mà không lưu khi xong.']],
  looks: [],
  notes: [],
  frozen: { rows: 0, columns: 0 },
});

/** A real Excel may do what none of us thought of: that is a finding, and the other scenarios go on. */
const thrown = (error: unknown): Json => ({ thrown: error instanceof Error ? error.message : String(error) });

const unstamped = (outcome: Json, stamp: string): Json => JSON.parse(JSON.stringify(outcome).replaceAll(stamp, '*')) as Json;

/** Waits until something is done, asked again and again; ends early where the person leaves it out. */
export async function untilDone(
  isDone: Parameters<Person['does']>[1],
  { isSkipped, ms }: { readonly isSkipped: () => boolean; readonly ms: number },
): ReturnType<Person['does']> {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    if (isSkipped()) return 'skipped';
    if (await isDone()) return 'done';
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 'too-late';
}

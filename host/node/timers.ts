import { randomUUID } from 'node:crypto';
import { cronOf, nextOf } from './cron.ts';
import { type Binding, type FunctionsApp, type RegisteredFunction, triggerOf } from './functions-app.ts';
import { errorText, type Log } from './log.ts';

export interface Timers {
  /** Starts no run any more; resolves when those that run have ended. */
  readonly stop: () => Promise<void>;
}

/** Node cannot wait longer than some 24 days at once, and a machine may sleep: the clock is looked at every hour. */
const LONGEST_WAIT_MS = 3_600_000;

/** Runs the app's timer functions at their times (UTC), never one twice at once. A run that fails is logged and the next one comes. */
export function startTimers(app: FunctionsApp, log: Log): Timers {
  const timers = app.functions.flatMap((served) => {
    const trigger = triggerOf(served);
    return trigger?.type === 'timerTrigger' ? [startTimer(app, served, trigger, log)] : [];
  });
  return { stop: async () => void (await Promise.all(timers.map((timer) => timer.stop()))) };
}

function startTimer(app: FunctionsApp, served: RegisteredFunction, trigger: Binding, log: Log): Timers {
  const cron = cronOf(trigger.schedule ?? '');
  let waiting: NodeJS.Timeout | undefined;
  let run: Promise<void> = Promise.resolve();
  let stopped = false;
  let last: Date | null = null;

  const wait = (next: Date | null): void => {
    if (stopped || !next) return;
    const left = Math.max(0, next.getTime() - Date.now());
    waiting = setTimeout(() => (Date.now() < next.getTime() ? wait(next) : fire(next)), Math.min(left, LONGEST_WAIT_MS)).unref();
  };
  const fire = (due: Date): void => {
    const status = {
      Last: last?.toISOString() ?? null,
      Next: nextOf(cron, due)?.toISOString() ?? null,
      LastUpdated: new Date().toISOString(),
    };
    last = due;
    run = invokeTimer(app, { served, trigger, status }, log).then(() => wait(nextOf(cron, new Date(Math.max(Date.now(), due.getTime())))));
  };
  if (trigger.runOnStartup) fire(new Date());
  else wait(nextOf(cron, new Date()));
  return {
    stop: () => {
      stopped = true;
      clearTimeout(waiting);
      return run;
    },
  };
}

interface Due {
  readonly served: RegisteredFunction;
  readonly trigger: Binding;
  readonly status: object;
}

async function invokeTimer(app: FunctionsApp, { served, trigger, status }: Due, log: Log): Promise<void> {
  const [id, started] = [randomUUID(), performance.now()];
  const facts = () => ({ id, function: served.name, ms: Math.round(performance.now() - started) });
  const timer = { Schedule: { AdjustForDST: false }, ScheduleStatus: status, IsPastDue: false };
  try {
    const invocation = app.model.getInvocationModel({
      invocationId: id,
      metadata: served,
      request: { inputData: [{ name: trigger.name, data: { json: JSON.stringify(timer) } }], triggerMetadata: {} },
      log: (level, _category, message) => log({ level, id, function: served.name, message }),
      state: undefined,
    });
    const { context, inputs } = await invocation.getArguments();
    await invocation.getResponse(context, await invocation.invokeFunction(context, inputs, served.handler));
    log({ level: 'information', ...facts(), message: 'timer' });
  } catch (error) {
    log({ level: 'error', ...facts(), message: `timer: ${errorText(error)}` });
  }
}

import { closePeriod } from '../../../functions/periods/close.ts';
import { submit } from '../../../functions/reports/submit.ts';
import { openAzureTable } from '../../../functions/store/azure-table.ts';
import { Head, headRow, PERIOD_ROW, PeriodRow } from '../../../functions/store/rows.ts';
import { StoreUnavailable, type Table } from '../../../functions/store/table.ts';
import { type Azurite, connectionTo, startAzurite } from '../../support/azurite.ts';
import { FailingProxy, type Plan } from '../../support/failing-proxy.ts';
import { HANGS_MS } from '../../support/hang.ts';
import { AGENCIES, aClosing, aSubmission, openPeriod, PARTITION } from './a-submission.ts';
import { History } from './history.ts';

let azurite: Azurite;
let proxy: FailingProxy;
let port: number;
let tables = 0;

beforeAll(async () => {
  azurite = await startAzurite();
  proxy = new FailingProxy(azurite.port);
  port = await proxy.start();
});
afterAll(async () => {
  await proxy.stop();
  await azurite.stop();
});

/** Two clients of one new table with an open period: one beside the proxy, one through it. */
async function bothWays(): Promise<{ straight: Table; through: Table }> {
  proxy.follow(null);
  const tableName = `failing${tables++}`;
  const straight = await openAzureTable({ connectionString: azurite.connectionString, tableName });
  const through = await openAzureTable({ connectionString: connectionTo(port), tableName, retryDelayMs: 1 });
  await openPeriod(straight);
  return { straight, through };
}

const unlessUnavailable = (error: unknown): null => {
  if (error instanceof StoreUnavailable) return null;
  throw error;
};

const plans = (['before', 'after'] as const).flatMap((effect) =>
  ([500, 503, 'reset'] as const).flatMap((trouble) => (['one', 'all'] as const).map((calls) => ({ effect, trouble, calls }))),
);

/** A plan for the n-th call, n = 1, 2, …, until a run makes fewer calls than that. */
async function atEveryCall(plan: Omit<Plan, 'from'>, run: (follow: () => void) => Promise<void>): Promise<void> {
  for (let from = 1; ; from++) {
    await run(() => proxy.follow({ ...plan, from }));
    if (proxy.calls < from) return;
  }
}

test.each(plans)('a submission is whole or not there, and its retry heals it ($trouble $effect its effect, $calls)', async (plan) => {
  await atEveryCall(plan, async (follow) => {
    const { straight, through } = await bothWays();
    const history = new History();
    follow();
    const submission = aSubmission();
    const heard = await submit(through, submission).catch(unlessUnavailable);
    const made = proxy.calls;
    if (plan.calls === 'one') expect(heard).toMatchObject({ ok: true, value: { receipt: { version: 1 } } });
    if (heard?.ok) history.acknowledged(submission.agency, submission.key, heard.value.receipt);
    await history.checkAll(straight);
    proxy.follow(null);
    const again = await submit(through, { ...submission, nonce: 'again' });
    expect(again).toMatchObject({ ok: true, value: { receipt: { version: 1 } } });
    if (again.ok) history.acknowledged(submission.agency, submission.key, again.value.receipt);
    await history.checkAll(straight);
    proxy.calls = made;
  });
});

// A close makes many calls: half of the plans are enough.
const closePlans = plans.filter(({ trouble, calls }) => (trouble === 500) === (calls === 'all'));

test.each(closePlans)('a close is done or taken up again ($trouble $effect its effect, $calls)', async (plan) => {
  await atEveryCall(plan, async (follow) => {
    const { straight, through } = await bothWays();
    const history = new History();
    const first = await submit(straight, aSubmission());
    if (first.ok) history.acknowledged(AGENCIES[0]!, 'k1', first.value.receipt);
    follow();
    const heard = await closePeriod(through, aClosing()).catch(unlessUnavailable);
    const made = proxy.calls;
    if (plan.calls === 'one') expect(heard).toMatchObject({ ok: true, value: { closes: 1 } });
    await history.checkAll(straight);
    proxy.follow(null);
    expect(await closePeriod(through, aClosing())).toMatchObject({ ok: true, value: { closes: 1 } });
    await history.checkAll(straight);
    expect(PeriodRow.parse((await straight.read(PARTITION, PERIOD_ROW))?.value).state).toBe('closed');
    proxy.calls = made;
  });
});

test('the client’s own retry of a commit that had won ends in the first receipt', async () => {
  const { straight, through } = await bothWays();
  // Reads of key, head, period, newest version and proof, then the commit: its answer is lost, the client sends it again and hears a conflict.
  proxy.follow({ from: 6, calls: 'one', effect: 'after', trouble: 'reset' });
  const heard = await submit(through, aSubmission());
  const { current } = Head.parse((await straight.read(PARTITION, headRow(AGENCIES[0]!)))?.value);
  expect(heard).toEqual({ ok: true, value: { receipt: current?.receipt, findings: [], replayed: true } });
  // And then key and version, which tell what was committed.
  expect(proxy.calls).toBe(9);
});

test('a storage that is not there is said to be so within seconds', async () => {
  const { through } = await bothWays();
  proxy.follow({ from: 1, calls: 'all', effect: 'before', trouble: 'reset' });
  const asked = Date.now();
  await expect(through.ping()).rejects.toThrow(StoreUnavailable);
  proxy.follow({ from: 1, calls: 'all', effect: 'after', trouble: 'hang' });
  await expect(through.ping()).rejects.toThrow(StoreUnavailable);
  await expect(openAzureTable({ connectionString: connectionTo(1), tableName: 'nowhere', retryDelayMs: 1 })).rejects.toThrow(
    StoreUnavailable,
  );
  expect(Date.now() - asked).toBeLessThan(HANGS_MS);
});

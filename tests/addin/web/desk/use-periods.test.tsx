/** @jest-environment jsdom */
import { render } from 'preact';
import type { Api } from '../../../../addin/api/api.ts';
import { usePeriods } from '../../../../addin/web/desk/use-periods.ts';
import { ok } from '../../../../core/result.ts';
import { soon } from '../../../support/soon.ts';

const root = document.createElement('main');
afterEach(() => render(null, root));

/** Answers when it is told to, in any order. */
function asking() {
  const answers: ((...states: string[]) => void)[] = [];
  const periods = () =>
    new Promise((done) =>
      answers.push((...states) => done(ok({ value: { periods: states.map((state) => ({ state })) }, etag: '', status: 200 }))),
    );
  let now: ReturnType<typeof usePeriods> | undefined;
  const api = { periods } as unknown as Api;
  const lists = new Set<unknown>();
  function Shown() {
    now = usePeriods(api);
    lists.add(now.periods);
    return <p>{now.periods.map(({ state }) => state).join(' ')}</p>;
  }
  render(<Shown />, root);
  return { answers, lists, now: () => now! };
}

test('a period that was just opened here is not taken off the desk by the answer to a question of before', async () => {
  const { answers, now } = asking();
  await soon(() => expect(answers).toHaveLength(1));
  answers[0]?.('open');
  await soon(() => expect(root.textContent).toBe('open'));
  now().follow();
  const acted = now().ask();
  await soon(() => expect(answers).toHaveLength(3));
  answers[2]?.('open', 'open');
  await acted;
  await soon(() => expect(root.textContent).toBe('open open'));
  answers[1]?.('open');
  await new Promise((done) => setTimeout(done, 50));
  expect(root.textContent).toBe('open open');
});

test('an answer that says what is known is no news', async () => {
  const { answers, lists, now } = asking();
  await soon(() => expect(answers).toHaveLength(1));
  answers[0]?.('open');
  await soon(() => expect(root.textContent).toBe('open'));
  const before = lists.size;
  const acted = now().ask();
  answers[1]?.('open');
  expect(await acted).toBeNull();
  now().follow();
  answers[2]?.('open', 'closed');
  await soon(() => expect(root.textContent).toBe('open closed'));
  expect(lists.size).toBe(before + 1);
});

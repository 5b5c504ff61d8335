/** @jest-environment jsdom */
import { render } from 'preact';
import type { Api } from '../../../addin/api/api.ts';
import { type LiveMatrix, useLive } from '../../../addin/ui/use-live.ts';
import { Period } from '../../../core/plan/period.ts';
import { ok } from '../../../core/result.ts';
import { soon } from '../../support/soon.ts';

const PERIOD = Period.parse('2026');
const root = document.createElement('main');
afterEach(() => render(null, root));

test('an answer that comes after that of a later question does not bring back what was before', async () => {
  const answers: ((state: string) => void)[] = [];
  const matrix = () => new Promise((done) => answers.push((state) => done(ok({ value: { state }, etag: `"${state}"`, status: 200 }))));
  let live: LiveMatrix | undefined;
  const api = { matrix } as unknown as Api;
  function Shown() {
    live = useLive(api, PERIOD, false);
    return <p>{JSON.stringify(live.matrix)}</p>;
  }
  render(<Shown />, root);
  const again = live?.reload();
  await soon(() => expect(answers).toHaveLength(2));
  answers[1]?.('accepted');
  await again;
  await soon(() => expect(root.textContent).toBe('{"state":"accepted"}'));
  answers[0]?.('submitted');
  await new Promise((done) => setTimeout(done, 50));
  expect(root.textContent).toBe('{"state":"accepted"}');
});

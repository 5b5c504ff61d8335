import { turns } from '../../../local/host/turns.ts';

test('callers go on in the order in which they asked, and what is ready in between is not held up by them', async () => {
  const turn = turns();
  const order: string[] = [];
  const callers = ['first', 'second', 'third'].map((name) => turn().then(() => order.push(name)));
  await turn();
  await Promise.all(callers);
  expect(order).toEqual(['first', 'second', 'third']);
});

test('each has a turn of the event loop of its own', async () => {
  const turn = turns();
  let loops = 0;
  let counting = true;
  const count = (): void => {
    loops++;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const seen = await Promise.all([1, 2, 3].map(() => turn().then(() => loops)));
  counting = false;
  expect(new Set(seen).size).toBe(3);
});

import { embeddedStore } from '../../support/a-store.ts';
import { storeContract } from './contract.ts';

const store = embeddedStore();
storeContract(store);

test('many commits in a row keep nobody else from being served', async () => {
  const table = await store.empty();
  let [served, ended] = [0, false];
  const serve = (): void => {
    served++;
    if (!ended) setImmediate(serve);
  };
  serve();
  for (let k = 0; k < 50; k++) await table.commit('p', [{ kind: 'insert', row: `r${k}`, value: {} }]);
  ended = true;
  expect(served).toBeGreaterThanOrEqual(50);
});

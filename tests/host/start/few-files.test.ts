import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { aService } from '../../support/a-service.ts';

/** Counts descriptors and bounds them, which Linux lets us do to a process that runs. */
const onLinux = process.platform === 'linux' && spawnSync('prlimit', ['--version']).status === 0 ? test : test.skip;

// Node remembers for good that a module could not be loaded: what is loaded late and once meets no free descriptor is never there again.
onLinux('the first document is asked for while no more files can be opened: it is refused, and there once they can', async () => {
  const { baseUrl, keys, pid, stop } = await aService();
  const open = (): number => readdirSync(`/proc/${pid}/fd`).length;
  /** How many are open once their number has stayed the same for half a second. */
  const steady = async (): Promise<number> => {
    for (let [count, looks] = [open(), 0]; ; ) {
      await sleep(50);
      [count, looks] = open() === count ? [count, looks + 1] : [open(), 0];
      if (looks === 10) return count;
    }
  };
  const form = () =>
    fetch(`${baseUrl}/api/periods/2026/reports/STC/form`, { headers: { authorization: `Bearer ${keys.STC}` } }).then(
      async (answer) => [answer.status, answer.ok ? (await answer.arrayBuffer()).byteLength > 1_000 : (await answer.json()).detail],
      () => 'cut off',
    );
  await fetch(`${baseUrl}/api/health`); // this connection stays
  const before = await steady();
  expect(spawnSync('prlimit', [`--pid=${pid}`, `--nofile=${before + 8}`]).status).toBe(0);
  const sockets = Array.from({ length: 40 }, () => connect(Number(new URL(baseUrl).port), '127.0.0.1').on('error', () => {}));
  expect(await steady()).toBeGreaterThan(before + 5);
  expect(await form()).toEqual([503, expect.stringMatching(/^Máy chủ đang bận\./)]);
  for (const socket of sockets) if (!socket.destroyed) await once(socket.destroy(), 'close');
  await steady();
  expect(await form()).toEqual([200, true]);
  await stop();
});

import { connect } from 'node:net';
import { aHost, ask, servesSlow, stopped, WAITED_FOR_MS } from './a-host.ts';

test('a stop lets a running call end, refuses half-sent ones, cuts idle connections and closes the app', async () => {
  const host = await aHost();
  const slow = ask(host.port, '/api/slow');
  const idle = connect(host.port, '127.0.0.1');
  const half = connect(host.port, '127.0.0.1');
  half.write('PUT /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
  const told = new Promise<string>((resolve) => half.once('data', (piece) => resolve(String(piece))));
  await servesSlow(host.port);
  const { code, ms } = await host.stop();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(WAITED_FOR_MS);
  expect((await slow).body.toString()).toBe('done');
  expect(await told).toMatch(/^HTTP\/1\.1 503 [\s\S]*urn:phuluc:problem:unavailable/);
  expect(host.said.out).toBe(`app started\nport ${host.port}\napp ended\n`);
  for (const socket of [idle, half]) socket.destroy();
});

test('a second signal, as npm passes one on, does not cut the first stop short', async () => {
  const host = await aHost();
  const slow = ask(host.port, '/api/slow');
  await servesSlow(host.port);
  host.child.kill('SIGINT');
  host.child.kill('SIGINT');
  const { code } = await stopped(host.child);
  expect(code).toBe(0);
  expect((await slow).body.toString()).toBe('done');
});

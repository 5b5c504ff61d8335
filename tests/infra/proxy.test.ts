import { readFileSync } from 'node:fs';
import { PROBLEM_URN } from '../../contract/problem-details.ts';
import { PROBLEMS, type ProblemName } from '../../contract/problems.ts';
import { MOST_BODY_BYTES } from '../../functions/http/api.ts';
import { USUAL_LIMITS } from '../../host/node/limits.ts';

// The examples for nginx and Caddy were run before the service (docs/van-hanh.md); here is what they share with it.
const FILES = ['nginx.conf', 'Caddyfile'].map((name) => [name, readFileSync(`infra/server/proxy/${name}`, 'utf8')] as const);

test.each(FILES)('%s refuses in the problem details of the service', (_name, text) => {
  const problems = [...text.matchAll(/(\d*) ['`](\{"type".*?\})['`] ?(\d*)/g)].map(([, before, json = '', behind]) => ({
    ...JSON.parse(json),
    sent: Number(before || behind),
  }));
  expect(problems.map(({ status }) => status).sort()).toEqual([413, 503]);
  for (const { type, title, status, sent, detail } of problems) {
    const name = type.slice(PROBLEM_URN.length) as ProblemName;
    expect({ title, status }).toEqual(PROBLEMS[name]);
    expect([sent, detail.length > 40]).toEqual([status, true]);
  }
});

test.each(FILES)('%s lets through what the service takes, and waits as long as it does', (_name, text) => {
  const most = Number(/(?:client_max_body_size|max_size) (\d+)m/i.exec(text)?.[1]);
  expect(most * 1_000_000).toBeGreaterThan(MOST_BODY_BYTES);
  const seconds = [...text.matchAll(/(?:read_timeout|response_header_timeout) (\d+)s/g)].map(([, given]) => Number(given));
  expect(seconds).toEqual([USUAL_LIMITS.bodies.wholeMs / 1_000]);
});

test.each(['gian-doan.html', 'qua-lon.html'])('%s is a page in Vietnamese that needs nothing else', (name) => {
  const page = readFileSync(`infra/server/proxy/${name}`, 'utf8');
  expect(page).toMatch(/^<!doctype html>\n<html lang="vi">/);
  expect(page).not.toMatch(/<(?:script|link|img)\b|src=|url\(/);
});

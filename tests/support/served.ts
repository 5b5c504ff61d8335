import { aService, type Service } from './a-service.ts';
import { aBrowser, type Chromium } from './browser.ts';

interface Served {
  readonly service: Service;
  readonly chromium: Chromium;
}

/**
 * A fresh service and a browser for the tests of a file or of a `describe`, both stopped after them. `take` keeps them and prepares what
 * the tests stand on; `words` go to `npm start`.
 */
export function served(take: (served: Served) => void | Promise<void>, words: readonly string[] = []): void {
  let service: Service | undefined;
  let chromium: Chromium | undefined;
  beforeAll(async () => {
    [service, chromium] = await Promise.all([aService({}, words), aBrowser()]);
    await take({ service, chromium });
  });
  afterAll(async () => {
    await Promise.all([chromium?.close(), service?.stop()]);
  });
}

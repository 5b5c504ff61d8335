import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ExcelHost } from './host.ts';
import { requirementMatrix } from './knobs.ts';
import { LIBRARY_ADDRESS, libraryFile } from './library-files.ts';
import type { ExcelModel } from './model.ts';

/** What office.js brings, as far as tests touch it. The library has no types that fit a window of one's own. */
interface OfficeWindow {
  readonly Office: { context: Record<string, unknown>; onReady: unknown };
  readonly OfficeExt: { readonly Requirement: Record<'RequirementMatrix' | 'DefaultSetRequirement', new (given: unknown) => unknown> };
  readonly OfficeExtension: {
    readonly SessionBase: { new (): object; _overrideSession: unknown };
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
    _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
    _testTriggerRichApiMessageEvent(message: unknown): void;
  };
  readonly Excel: unknown;
  eval(source: string): void;
  close(): void;
}

const fromJest = createRequire(join(process.cwd(), 'node_modules/jest-environment-jsdom/package.json'));
const { JSDOM, VirtualConsole } = fromJest('jsdom') as {
  JSDOM: new (html: string, options: unknown) => { readonly window: OfficeWindow };
  VirtualConsole: new () => unknown;
};

/**
 * Microsoft's library in a window without a browser, its batches answered by the model; `Excel`, `Office` and `OfficeExtension` are
 * global until `close`. An API above the requirement set throws `ApiNotFound`: in the field the library's own check is switched off
 * by a slip of its own.
 */
export function officeOn(model: ExcelModel): { readonly host: ExcelHost; readonly close: () => void } {
  const host = new ExcelHost(model);
  const html = `<!doctype html><script src="${LIBRARY_ADDRESS}office.js"></script>`;
  const { window } = new JSDOM(html, {
    url: 'https://phuluc.test/pane/',
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  });
  // Nothing that the library begins by itself when it is loaded fits a window without a host.
  Object.assign(window, { setTimeout: () => 0 });
  for (const file of ['office.js', 'excel-web-16.00.js']) window.eval(String(libraryFile(file)));
  // From here on its clock is the test's, so that a test may do without waiting.
  Object.assign(window, { setTimeout: (...words: Parameters<typeof setTimeout>) => setTimeout(...words), clearTimeout });
  const { Office, OfficeExt, OfficeExtension } = window;
  const { RequirementMatrix, DefaultSetRequirement } = OfficeExt.Requirement;
  const sets = JSON.parse(requirementMatrix(model.knobs).toLowerCase());
  Office.context.requirements = new RequirementMatrix(new DefaultSetRequirement(sets));
  Office.onReady = async () => ({ host: 'Excel', platform: 'OfficeOnline' });
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  const executor = {
    async executeAsync(_customData: unknown, flags: number, { Body }: { Body: unknown }) {
      const answer = await host.run(JSON.stringify(Body), flags);
      return { HttpStatusCode: 200, ErrorCode: '', ErrorMessage: '', Headers: null, Body: JSON.parse(JSON.stringify(answer)) };
    },
  };
  class Session extends OfficeExtension.SessionBase {
    _createRequestExecutorOrNull = () => executor;
    _resolveRequestUrlAndHeaderInfo = async () => null;
    getEventRegistration = () => null;
  }
  OfficeExtension.SessionBase._overrideSession = new Session();
  OfficeExtension._testSetRichApiMessageReadyImpl(async () => undefined);
  model.events.deliver = (entries) => OfficeExtension._testTriggerRichApiMessageEvent({ entries });
  const globals = globalThis as Record<string, unknown>;
  Object.assign(globals, { Excel: window.Excel, Office, OfficeExtension });
  return {
    host,
    close() {
      model.events.deliver = () => undefined;
      for (const name of ['Excel', 'Office', 'OfficeExtension']) delete globals[name];
      window.close();
    },
  };
}

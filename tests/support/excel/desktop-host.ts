import { requirementMatrix } from './knobs.ts';
import type { ExcelModel } from './model.ts';

/**
 * What desktop Excel puts into its web view: `window.external` with calls that speak in safe arrays. To be run before the page's
 * own scripts; batches go to `excelBatch(text, flags)`, events come by `excelEvent(entries)`.
 */
export const desktopScript = (model: ExcelModel): string => `(() => {
  const safeArray = (list) => ({ toArray: () => list, dimensions: () => 1 });
  const answers = {
    GetAppType: 1, GetSolutionRef: 'control', GetAppVersionMajor: '16', GetAppVersionMinor: 1, GetAppUILocale: 'vi-VN',
    GetAppDataLocale: 'vi-VN', GetDocUrl: 'C:\\\\so-lieu.xlsx', GetAppCapabilities: 0, GetActivationMode: 0,
    GetControlIntegrationLevel: 1, GetSolutionToken: '', GetCorrelationId: 'correlation', GetInstanceId: 'control',
    GetTouchEnabled: false, GetCommerceAllowed: true, GetHostCustomMessage: 0, GetHostFullVersion: '16.0.20026.41000',
    GetSupportedMatrix: ${JSON.stringify(requirementMatrix(model.knobs))}, GetInitialDisplayMode: 0,
  };
  const context = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => answer]));
  context.GetSettings = () => ({ GetKeys: () => safeArray([]), Read: (keys, values) => 0 });
  let onEvent = null;
  window.excelEvent = (entries) => onEvent?.(33, safeArray(entries));
  const external = {
    GetContext: () => context,
    GetHostInfo: () => 'Excel|Win32|16.01|vi-VN',
    Execute: async (id, words, answer) => {
      const [request] = words;
      if (id === 102) return answer(safeArray([0, await excelBrowser(words[1])]));
      if (id !== 93) return answer(safeArray([5001, await excelUnknown('Execute ' + id)]));
      const text = await excelBatch(request[4], request[6]);
      answer(safeArray([0, safeArray([200, safeArray([]), text])]));
    },
    RegisterEvent: (id, target, handler, done) => { if (id === 33) onEvent = handler; done(0); },
    UnregisterEvent: (id, target, done) => { if (id === 33) onEvent = null; done(0); },
  };
  Object.defineProperty(window, 'external', { value: external, configurable: true });
})();`;

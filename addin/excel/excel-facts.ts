/** Which Excel is around us, as far as Office says so. Nothing of the person or the file. */
export interface ExcelFacts {
  /** What the program around us calls itself: `Excel`. */
  readonly program: string;
  /** `PC`, `Mac`, `OfficeOnline`… */
  readonly platform: string;
  readonly version: string;
  readonly language: string;
  /** The highest ExcelApi that it says it has; it decides what the port asks of it. */
  readonly excelApi: string;
}

const HIGHEST = 30;

/** What Office says of the Excel around us; it must be ready. */
export function excelFactsHere(): ExcelFacts {
  const { diagnostics, displayLanguage, requirements } = Office.context;
  let minor = HIGHEST;
  while (minor > 0 && !requirements.isSetSupported('ExcelApi', `1.${minor}`)) minor--;
  return {
    program: String(diagnostics?.host ?? ''),
    platform: String(diagnostics?.platform ?? ''),
    version: String(diagnostics?.version ?? ''),
    language: displayLanguage ?? '',
    excelApi: `1.${minor}`,
  };
}

/** What this Excel can do, by the requirement sets it says it has. The pane needs `form`; all else only makes it better. */
export interface Abilities {
  /**
   * ExcelApi 1.14, the floor, which Excel 2021 has: what is older shows the pane in a browser that cannot run it. The pane leads to the
   * upload page.
   */
  readonly form: boolean;
  /** 1.18: notes of cells. */
  readonly notes: boolean;
  /** NestedAppAuth 1.1: says who is signed in to Office, to an add-in that the tenant knows. */
  readonly microsoftSignIn: boolean;
}

const isSet = (set: string, version: string): boolean => Office.context.requirements.isSetSupported(set, version);

/** What the Excel around us says it can do. */
export const abilitiesHere = (): Abilities => ({
  form: isSet('ExcelApi', '1.14'),
  // The library that Excel brings may be older than Excel itself.
  notes: isSet('ExcelApi', '1.18') && 'notes' in Excel.Worksheet.prototype,
  microsoftSignIn: isSet('NestedAppAuth', '1.1'),
});

/** What this Excel can do, by the requirement sets it says it has. The pane needs `form`; all else only makes it better. */
export interface Abilities {
  /** ExcelApi 1.14, the floor, which Excel 2021 has: what is older shows the pane in a browser that cannot run it. The pane leads to the upload page. */
  readonly form: boolean;
  /** 1.8: tells when formulas gave new results. */
  readonly calculated: boolean;
  /** 1.8: drop-downs and number rules can be added. */
  readonly validation: boolean;
  /** 1.9: one listener for all sheets, many areas in one step. */
  readonly allSheets: boolean;
  /** 1.10: tells when rows were sorted. */
  readonly sorting: boolean;
  /** 1.13: tells which cells are merged; before, only the server finds them. */
  readonly merges: boolean;
  /** 1.18: notes of cells. */
  readonly notes: boolean;
  /** 1.14: tells whether an edit was ours; before, we remember what we wrote. */
  readonly triggerSource: boolean;
  /** NestedAppAuth 1.1: says who is signed in to Office, to an add-in that the tenant knows. */
  readonly microsoftSignIn: boolean;
}

const isSet = (set: string, version: string): boolean => Office.context.requirements.isSetSupported(set, version);
const has = (version: string): boolean => isSet('ExcelApi', version);

/** What the Excel around us says it can do. */
export const abilitiesHere = (): Abilities => ({
  form: has('1.14'),
  calculated: has('1.8'),
  validation: has('1.8'),
  allSheets: has('1.9'),
  sorting: has('1.10'),
  merges: has('1.13'),
  triggerSource: has('1.14'),
  // The library that Excel brings may be older than Excel itself.
  notes: has('1.18') && 'notes' in Excel.Worksheet.prototype,
  microsoftSignIn: isSet('NestedAppAuth', '1.1'),
});

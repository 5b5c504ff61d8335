/**
 * Troubles that real Excels have been seen with. Each names the public issue it stands for (repository OfficeDev/office-js where no other
 * is named).
 */
export interface Knobs {
  /** ExcelApi that the host says it has: 1.13 is below our floor, 1.14 is Excel 2021, 1.21 today's. */
  readonly requirementSet: '1.13' | '1.14' | '1.21';
  /** No event carries `details`, not even that of one cell (5347, 5308: pasted or deleted cells never do). */
  readonly noDetails: boolean;
  /** Events of edits are lost (1760). */
  readonly lostEvents: boolean;
  /** A choice from a drop-down list gives no event of an edit (3888, 4066, 420). */
  readonly silentDropDowns: boolean;
  /** Settings are forgotten as soon as they are written (6091, 621). */
  readonly forgetsSettings: boolean;
  /** Settings are kept until the file is shut, and are not in it (6091, on the Mac). */
  readonly losesSettings: boolean;
  /** A cell that is chosen already gives no event when it is chosen again: Excel on the web (4691). */
  readonly quietReselection: boolean;
  /** Protections can be neither taken off nor put on: build 16.0.20026 (6784). */
  readonly keepsProtection: boolean;
  /** Largest batch and largest answer, in bytes: Excel on the web takes 5 MB (documented under "Resource limits"). */
  readonly mostBytes: number;
  /**
   * How long each batch takes on its way: 700 ms and more were seen (4812, 3982), and some never come back (6150, 4805). Or until when: a test
   * that acts meanwhile has then all the time that it takes.
   */
  readonly latencyMs: number | 'never' | Promise<void>;
  /**
   * By which code a batch is refused while a cell is being typed in: the documented one (625, 3021), or the one that is said of much else.
   */
  readonly editModeCode: 'InvalidOperationInCellEditMode' | 'InvalidOperation';
  /**
   * What is refused in a group of undo besides what the documentation names: the library of npm asks for ExcelApiUndo 99.0 of rows added to
   * a table; of notes nobody says anything.
   */
  readonly ungrouped: readonly ('rows' | 'notes')[];
  /** Whether a file opens as a new workbook (Excel.createWorkbook). */
  readonly opensWorkbooks: boolean;
  /** Whether the host opens the person's browser (OpenBrowserWindowApi 1.1: the desktop, not the web). */
  readonly opensBrowser: boolean;
  /** Whether the host says that it signs people in (NestedAppAuth 1.1). */
  readonly nestedAppAuth: boolean;
}

export const NO_TROUBLES: Knobs = {
  requirementSet: '1.21',
  noDetails: false,
  lostEvents: false,
  silentDropDowns: false,
  forgetsSettings: false,
  losesSettings: false,
  quietReselection: false,
  keepsProtection: false,
  mostBytes: 5 * 1024 * 1024,
  latencyMs: 0,
  editModeCode: 'InvalidOperationInCellEditMode',
  ungrouped: [],
  opensWorkbooks: true,
  opensBrowser: false,
  nestedAppAuth: false,
};

/** Whether the host has a requirement set: 1.14 is above 1.9. */
export const hasSet = ({ requirementSet }: Knobs, version: string): boolean => minor(requirementSet) >= minor(version);

const minor = (version: string): number => Number(version.split('.')[1]);

/** The requirement matrix as a host hands it to office.js. */
export const requirementMatrix = ({ requirementSet, nestedAppAuth, opensBrowser }: Knobs): string =>
  JSON.stringify({
    ExcelApi: requirementSet,
    DelayForCellEdit: '1.1',
    RichApiRuntimeFlag: '1.1',
    SharedRuntime: '1.1',
    ...(opensBrowser && { OpenBrowserWindowApi: '1.1' }),
    ...(nestedAppAuth && { NestedAppAuth: '1.1' }),
  });

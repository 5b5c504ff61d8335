// Types of the global `Excel`, `Office` and `OfficeExtension` that office.js brings: Microsoft's own, where the package has them.
/// <reference path="../../node_modules/@microsoft/office-js/dist/office.d.ts" />

/** What Excel has and Microsoft's package of types does not name yet; each says its requirement set. */
declare namespace Excel {
  interface RunOptions {
    /** ExcelApi 1.20: all that the run changes is one step of the user's undo. An older Excel takes no notice of it. */
    mergeUndoGroup?: boolean;
  }
  /** ExcelApi 1.18. */
  interface Note {
    content: string;
    readonly isNullObject: boolean;
    load(propertyNames: string): Note;
    delete(): void;
  }
  /** ExcelApi 1.18; of a sheet's own an address has no sheet's name before it. */
  interface NoteCollection {
    add(cellAddress: Excel.Range | string, content: string): void;
    getItemOrNullObject(cellAddress: string): Note;
  }
  interface Worksheet {
    readonly notes: NoteCollection;
  }
}

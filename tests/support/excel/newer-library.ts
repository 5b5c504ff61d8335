/**
 * Members that Microsoft's address serves and the package on npm (1.1.110, the newest) lacks, built with the library's own means: `Worksheet.notes`
 * and `NoteCollection.add` (ExcelApi 1.18; learn.microsoft.com, "Excel JavaScript API requirement set 1.18").
 */
export const NEWER_LIBRARY = `;(() => {
  const { BatchApiHelper, ClientObject } = OfficeExtension;
  class NoteCollection extends ClientObject {
    add(cellAddress, content) { BatchApiHelper.invokeMethod(this, 'Add', 0, [cellAddress, content], 0, 0); }
  }
  const kept = new WeakMap();
  Object.defineProperty(Excel.Worksheet.prototype, 'notes', {
    configurable: true,
    get() {
      if (!kept.has(this)) kept.set(this, BatchApiHelper.createPropertyObject(NoteCollection, this, 'Notes', true, 4));
      return kept.get(this);
    },
  });
})();`;

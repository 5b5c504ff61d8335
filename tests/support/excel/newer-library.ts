/**
 * By this method of the workbook a batch says which group of the user's undo it belongs to. How Microsoft's own library says it is not
 * known.
 */
export const UNDO_GROUP = '_MergeUndoGroup';

/**
 * Members that Microsoft's address serves and the package on npm (1.1.110, the newest) lacks, built with the library's own means:
 * `Worksheet.notes`, `NoteCollection` and `Note` (ExcelApi 1.18; learn.microsoft.com, "Excel JavaScript API requirement set 1.18"), and
 * `mergeUndoGroup` of `Excel.run` (1.20; "Undo capabilities with the Excel JavaScript API"), which marks each batch of the run.
 */
export const NEWER_LIBRARY = `;(() => {
  const { BatchApiHelper, ClientObject, Utility } = OfficeExtension;
  class Note extends ClientObject {
    get _className() { return 'Note'; }
    get content() { Utility.throwIfNotLoaded('content', this._content, 'Note', this._isNull); return this._content; }
    set content(text) { this._content = text; BatchApiHelper.invokeSetProperty(this, 'Content', text, 0); }
    delete() { BatchApiHelper.invokeMethod(this, 'Delete', 0, [], 0, 0); }
    load(names) { return Utility.load(this, names); }
    _handleResult(value) {
      super._handleResult(value);
      if (value?.Content !== undefined) this._content = value.Content;
    }
  }
  class NoteCollection extends ClientObject {
    getItemOrNullObject(key) {
      return BatchApiHelper.createMethodObject(Note, this, 'GetItemOrNullObject', 1, [key], false, false, null, 4);
    }
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
  const { run } = Excel;
  let groups = 0;
  Excel.run = (...words) => {
    const [options, batch] = words;
    if (typeof batch !== 'function' || !options?.mergeUndoGroup) return run(...words);
    const group = ++groups;
    return run(options, (context) => {
      const sync = context.sync.bind(context);
      context.sync = (...more) => {
        BatchApiHelper.invokeMethod(context.workbook, '${UNDO_GROUP}', 0, [group], 0, 0);
        return sync(...more);
      };
      return batch(context);
    });
  };
})();`;

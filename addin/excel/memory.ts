import { failed, ok, type Result } from '../../core/result.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { Memory } from './port.ts';
import type { Trouble } from './trouble.ts';

/** In characters. Nothing that the pane keeps comes near it; Excel itself refuses about 2 MB of settings a workbook. */
export const MOST_REMEMBERED = 200_000;

/** Our texts among the workbook's settings; other add-ins do not see them, but the file's readers can. */
const NAMED = 'PhuLucSo.';

/** The workbook's own settings as a memory for small texts. */
export const workbookMemory = (excel: ExcelCalls): Memory => ({
  read: (name) =>
    excel.ask(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(NAMED + name);
      setting.load('value');
      await context.sync();
      return setting.isNullObject ? null : String(setting.value);
    }),

  async write(name, text): Promise<Result<null, Trouble>> {
    if (text !== null && text.length > MOST_REMEMBERED)
      return failed({ kind: 'too-large', sheet: null, detail: `${text.length} characters, at most ${MOST_REMEMBERED}` });
    const kept = await excel.change(async (context) => {
      const { settings } = context.workbook;
      if (text !== null) settings.add(NAMED + name, text);
      const setting = settings.getItemOrNullObject(NAMED + name);
      setting.load('value');
      await context.sync();
      if (setting.isNullObject) return null;
      if (text !== null) return String(setting.value);
      setting.delete();
      await context.sync();
      return null;
    });
    if (!kept.ok) return kept;
    return kept.value === text ? ok(null) : failed({ kind: 'not-kept', sheet: null, detail: name });
  },
});

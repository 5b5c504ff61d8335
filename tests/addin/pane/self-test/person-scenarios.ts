import { type Area, cellName } from '../../../../core/grid.ts';
import { hearEdits } from './hearing.ts';
import { readBack } from './read-back.ts';
import { oneCell, outcomeOf, pause, type Scenario, type ScenarioContext } from './scenario.ts';
import { LIST_CELL, LIST_WORDS } from './sheet-scenarios.ts';
import { type Json, SKIPPED } from './transcript.ts';

const TYPED = { row: 40, column: 2 };
const COPIED = { row: 45, column: 2 };
const PASTED: Area = { top: 45, left: 5, bottom: 46, right: 6 };
const UNDONE = { row: 50, column: 2 };
const TYPING = { row: 55, column: 2 };
const PROBE = { row: 56, column: 2 };

const named = ({ row, column }: { row: number; column: number }): string => cellName(row, column);
const areaName = ({ top, left, bottom, right }: Area): string => `${cellName(top, left)}:${cellName(bottom, right)}`;

/** As `whenDone`, with the area brought into view first. */
async function shownAndDone(context: ScenarioContext, area: Area, request: string): Promise<Json> {
  await context.port.select({ sheet: context.sheet, row: area.top, column: area.left });
  return whenDone(context, area, request);
}

/** What is heard and read when the person does something in an area; skipped where nothing was done. Changes nothing itself. */
async function whenDone(context: ScenarioContext, area: Area, request: string): Promise<Json> {
  const { person } = context;
  const heard = await hearEdits(context);
  if (!heard.ok) return outcomeOf(heard, () => null);
  const before = await readBack(context, area);
  const ending = await person.does(request, () => heard.value.places().includes(areaName(area)));
  await heard.value.end();
  const read = await readBack(context, area);
  // Done but not heard is what the transcript is for.
  if (ending !== 'done' && JSON.stringify(read) === JSON.stringify(before)) return SKIPPED;
  return { places: heard.value.places(), read };
}

/** What the port hears and says when a person's hand is in the workbook. */
export const personScenarios: readonly Scenario[] = [
  {
    id: 'typed',
    label: 'Gõ một số vào ô',
    run: (context) => shownAndDone(context, oneCell(TYPED.row, TYPED.column), `Gõ số 5 vào ô ${named(TYPED)} rồi nhấn Enter.`),
  },
  {
    id: 'pasted',
    label: 'Dán nhiều ô một lần',
    async run(context) {
      const { port, sheet } = context;
      const cells = [1, 2, 3, 4].map((value, k) => ({ row: COPIED.row + Math.floor(k / 2), column: COPIED.column + (k % 2), value }));
      const written = await port.write(cells.map((cell) => ({ sheet, ...cell })));
      if (!written.ok) return outcomeOf(written, () => null);
      const from = `${named(COPIED)}:${cellName(COPIED.row + 1, COPIED.column + 1)}`;
      return shownAndDone(context, PASTED, `Chép vùng ${from} (Ctrl+C), chọn ô ${cellName(PASTED.top, PASTED.left)} rồi dán (Ctrl+V).`);
    },
  },
  {
    id: 'chosen-from-list',
    label: 'Chọn trong danh sách của ô',
    run: (context) =>
      shownAndDone(
        context,
        oneCell(LIST_CELL.row, LIST_CELL.column),
        `Ở ô ${named(LIST_CELL)}, mở danh sách và chọn “${LIST_WORDS[1]}”, rồi bấm sang một ô khác.`,
      ),
  },
  {
    id: 'undone',
    label: 'Hoàn tác (Ctrl+Z)',
    async run(context) {
      const cell = oneCell(UNDONE.row, UNDONE.column);
      const typed = await shownAndDone(context, cell, `Gõ số 7 vào ô ${named(UNDONE)} rồi nhấn Enter.`);
      if (typed === SKIPPED) return SKIPPED;
      // Nothing of ours in between: it could cost the undo.
      const undone = await whenDone(context, cell, `Bấm vào trang tính rồi nhấn Ctrl+Z một lần để hoàn tác số 7 ở ô ${named(UNDONE)}.`);
      return undone === SKIPPED ? SKIPPED : { typed, undone };
    },
  },
  {
    id: 'cell-edit-mode',
    label: 'Đang gõ dở trong ô',
    async run({ port, person, sheet }) {
      await port.select({ sheet, ...TYPING });
      let tries = 0;
      const probe = () => port.write([{ sheet, ...PROBE, value: ++tries }]);
      let write = await probe();
      const begun = await person.does(`Gõ chữ a vào ô ${named(TYPING)} và để nguyên, chưa nhấn Enter.`, async () => {
        await pause(500);
        write = await probe();
        return !write.ok;
      });
      if (begun === 'skipped') return SKIPPED;
      // What is asked while a cell is being typed in is answered when it is left.
      const reading = port.read();
      let read: Awaited<typeof reading> | null = null;
      void reading.then((one) => {
        read = one;
      });
      const ended = await person.does('Nhấn Esc để thôi gõ.', () => read !== null);
      if (ended === 'skipped') return SKIPPED;
      await pause(500);
      const after = await probe();
      return {
        begun,
        write: outcomeOf(write, () => 'written'),
        read: outcomeOf(await reading, () => 'read'),
        after: outcomeOf(after, () => 'written'),
        left: await readBack({ port, sheet }, oneCell(TYPING.row, TYPING.column)),
      };
    },
  },
];

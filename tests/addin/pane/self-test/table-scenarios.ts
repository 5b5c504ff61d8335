import type { RefreshedTable } from '../../../../addin/excel/refreshed-table.ts';
import { readBack } from './read-back.ts';
import { oneCell, outcomeOf, type Scenario } from './scenario.ts';
import type { Json } from './transcript.ts';

const table = (stamp: string, rows: RefreshedTable['rows']): RefreshedTable => ({
  name: `TuKiemTra_Bang_${stamp}`,
  sheet: `Bảng Excel ${stamp}`,
  heading: 'BẢNG CỦA PHẦN TỰ KIỂM TRA',
  taken: 'Lấy lúc 14:05 29/11/2026.',
  columns: [
    { header: 'Mã', width: 10, format: null },
    { header: 'Tên', width: 20, format: null },
    { header: 'Ngày', width: 14, format: 'dd/mm/yyyy' },
  ],
  rows,
  goneText: 'Không còn',
  changedFill: '#DCE9FB',
});

/** What repairing a form and the consolidator's tables ask of Excel beside plain cells. */
export const tableScenarios: readonly Scenario[] = [
  {
    id: 'table',
    label: 'Bảng của Excel được cập nhật tại chỗ',
    async run({ port, stamp }) {
      const put = async (rows: RefreshedTable['rows']): Promise<Json> =>
        outcomeOf(await port.putTable(table(stamp, rows)), (outcome) => ({ ...outcome }));
      const read = () => readBack({ port, sheet: `Bảng Excel ${stamp}` }, { top: 4, left: 1, bottom: 8, right: 3 });
      const first: RefreshedTable['rows'] = [
        ['A', 'một', 46_000],
        ['B', '=hai', null],
      ];
      return {
        written: await put(first),
        read: await read(),
        refreshed: await put([['B', 'hai', 46_001], ...first.slice(0, 1), ['C', 'ba', 46_002]]),
        readAgain: await read(),
        withoutOne: await put(first.slice(1)),
      };
    },
  },
  {
    id: 'conditions',
    label: 'Màu có điều kiện, phông chữ và quy tắc nhập được đặt lại',
    async run({ port, sheet }) {
      const areas = [oneCell(33, 2), oneCell(35, 2)];
      const done = async (...edits: Parameters<typeof port.apply>[0]): Promise<Json> => outcomeOf(await port.apply(edits), () => 'done');
      return {
        coloured: await done({ kind: 'sign-colours', sheet, areas, colours: [{ sign: '✕', ink: '#B3261E' }] }),
        dropped: await done({ kind: 'own-conditions', sheet, areas, formulas: ['TRIM(B33)=""'] }),
        nothingToDrop: await done({ kind: 'own-conditions', sheet, areas, formulas: [] }),
        looks: await done({ kind: 'look', sheet, areas, look: { italic: false, underline: false, face: 'Times New Roman', size: 11 } }),
        unruled: await done({ kind: 'input-rule', sheet, areas, rule: 'none' }),
      };
    },
  },
];

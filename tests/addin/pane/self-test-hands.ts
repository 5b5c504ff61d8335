import type { ExcelModel } from '../../support/excel/model.ts';

/** What the person does on each request of the self-test, played in the model; its sheet is the one that the run made. */
const HANDS: readonly (readonly [RegExp, (model: ExcelModel, sheet: string) => void])[] = [
  [/^Gõ số 5 vào ô B40 /, (model, sheet) => model.type(sheet, 'B40', 5)],
  [
    /^Chép vùng B45:C46 .* ô E45 /,
    (model, sheet) =>
      model.paste(sheet, 'E45', [
        [1, 2],
        [3, 4],
      ]),
  ],
  [/^Ở ô B25, mở danh sách/, (model, sheet) => model.choose(sheet, 'B25', 'Không phát sinh')],
  [/^Gõ số 7 vào ô B50 /, (model, sheet) => model.type(sheet, 'B50', 7)],
  [/Ctrl\+Z .* ô B50/, (model) => model.undo()],
  [
    /^Gõ chữ a vào ô B55 /,
    (model) => {
      model.typing = true;
    },
  ],
  [
    /^Nhấn Esc/,
    (model) => {
      model.typing = false;
    },
  ],
  [/^Ở ô B3 .* Xóa Định dạng/, () => undefined], // the button is grey
  [/^Trong Word .* vào ô B3 /, (model) => model.paste(sheetOf(model, 'Dán '), 'B3', [[12]], { brings: {} })],
  [/^Gõ số 13 vào chính ô B3 đó/, () => undefined], // the cell is locked: nothing can be typed
  [/^Cắt ô B60 .* vào ô B61\./, (model, sheet) => model.cut(sheet, 'B60', 'B61')],
  [/^Bấm nút Mở ngăn /, () => undefined], // one address: nothing happens
];

/** Whether nothing in the workbook tells that a request was done: the person says so. */
export const isSaid = (request: string): boolean => request.startsWith('Bấm nút Mở ngăn ') || request.includes('Xóa Định dạng');

/** Whether the person can only leave a request out, since Excel refuses what it asks for. */
export const isRefused = (request: string): boolean => request.startsWith('Gõ số 13 ');

const sheetOf = (model: ExcelModel, begins: string): string => model.sheets.find(({ title }) => title.startsWith(begins))?.title ?? '';

/** Does what a request asks for. */
export function doAsAsked(model: ExcelModel, request: string): void {
  const [, hand] = HANDS.find(([words]) => words.test(request)) ?? [];
  const sheet = model.sheets.find(({ title }) => title.startsWith('Tự kiểm tra '));
  if (!hand || !sheet) throw new Error(`[self-test] "${request}": nobody knows how`);
  hand(model, sheet.title);
}

export const REQUESTS = HANDS.length;

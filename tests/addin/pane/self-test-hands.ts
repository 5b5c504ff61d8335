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
  [/Ctrl\+Z .* ô B50/, (model, sheet) => model.clear(sheet, 'B50')],
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
];

/** Does what a request asks for. */
export function doAsAsked(model: ExcelModel, request: string): void {
  const [, hand] = HANDS.find(([words]) => words.test(request)) ?? [];
  const sheet = model.sheets.find(({ title }) => title.startsWith('Tự kiểm tra '));
  if (!hand || !sheet) throw new Error(`[self-test] "${request}": nobody knows how`);
  hand(model, sheet.title);
}

export const REQUESTS = HANDS.length;

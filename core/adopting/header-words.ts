import type { Grid } from '../grid.ts';
import type { Field } from '../layout.ts';
import { seenIn } from '../plan/book/read-cell.ts';
import type { TableKind } from '../tables/table-kind.ts';
import { matchKey, squash } from '../text.ts';
import type { HeaderKeys } from './find-header.ts';

/** Longer texts are no headings of columns. */
const LONGEST_HEADER = 90;

/** How plans call their columns; the first that fits counts. */
const WORDS: Readonly<Record<TableKind, readonly (readonly [Field, RegExp])[]>> = {
  indicators: [
    ['tt', /^(?:s?tt|số tt|số thứ tự)$/],
    ['unit', /^(?:đơn vị tính|đvt|đơn vị)$/],
    ['leads', /chủ trì|theo dõi/],
    ['implementers', /^(?!thời).*(?:thực hiện|phối hợp)/],
    ['target', /^(?:mục tiêu|kết quả|mức |giá trị|chỉ tiêu giao|kế hoạch|chỉ tiêu (?:đến )?năm|năm 20\d\d|đến năm)/],
    ['name', /^(?:tên |các |nội dung |danh mục )*(?:chỉ tiêu|chỉ số|nội dung)/],
  ],
  tasks: [
    ['tt', /^(?:s?tt|số tt|số thứ tự)$/],
    ['leads', /chủ trì/],
    ['coordinators', /phối hợp/],
    ['timeframe', /thời gian|thời hạn|tiến độ|hoàn thành/],
    ['deliverable', /sản phẩm|kết quả/],
    ['name', /nhiệm vụ|nội dung|công việc|giải pháp/],
  ],
};

/** The texts of a sheet that could head columns of a plan's table, each with its field: for tables whose own headings are not known yet. */
export function likelyHeaders({ rows }: Grid, kind: TableKind): HeaderKeys {
  const keys = new Map<string, Field>();
  for (const { cells } of rows)
    for (const cell of cells) {
      const text = squash(seenIn(cell) ?? '').toLowerCase();
      if (text === '' || text.length > LONGEST_HEADER) continue;
      const [field] = WORDS[kind].find(([, words]) => words.test(text)) ?? [];
      if (field) keys.set(matchKey(text), field);
    }
  return keys;
}

/** "12 báo cáo", of none "báo cáo": behind a word that says what is done with them. */
export const counted = (count: number, things: string): string => (count === 0 ? things : `${count} ${things}`);

/** "3 lỗi, 1 cảnh báo"; what there is none of is left out, and of nothing at all it says `none`. */
export const countedOf = (all: readonly (readonly [count: number, things: string])[], between: string, none: string): string =>
  all
    .filter(([count]) => count > 0)
    .map(([count, things]) => `${count} ${things}`)
    .join(between) || none;

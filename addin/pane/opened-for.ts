const PURPOSES = ['kiem-tra', 'gui', 'tong-hop'] as const;

/** What the ribbon's button opened the pane for: checking, sending, consolidating. */
export type Purpose = (typeof PURPOSES)[number];

/** The purpose that the URL names (`?mo=gui`); null where it names none. */
export function openedFor(search: string): Purpose | null {
  const wanted = new URLSearchParams(search).get('mo');
  return PURPOSES.find((one) => one === wanted) ?? null;
}

/** The heading that each purpose leads to. */
const HEADINGS = { 'kiem-tra': 'findings', gui: 'sending', 'tong-hop': null } as const satisfies Record<Purpose, string | null>;

/** Brings the heading of what the pane was opened for into view. It takes the focus only from this page: whoever types in a cell keeps the cell. */
export function showHeadingOf(purpose: Purpose): void {
  const id = HEADINGS[purpose];
  const heading = id === null ? null : document.getElementById(id);
  heading?.scrollIntoView();
  if (document.hasFocus()) heading?.focus();
}

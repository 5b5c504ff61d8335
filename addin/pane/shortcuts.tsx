const PARTS = [
  { heading: 'findings', word: 'Kiểm tra' },
  { heading: 'sending', word: 'Gửi' },
] as const;

/** Leads inside the pane: the ribbon's one button opens it and never again takes its place. */
export const Shortcuts = () => (
  <nav class="row" aria-label="Trong ngăn này">
    {PARTS.map(({ heading, word }) => (
      <button type="button" class="link" key={heading} onClick={() => show(heading)}>
        {word}
      </button>
    ))}
  </nav>
);

function show(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus();
}

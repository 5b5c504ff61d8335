/** The first thing that the keyboard reaches: past the ways to other pages, to the content. The address stays as it is: pages read it. */
export const SkipLink = () => (
  <button type="button" class="skip" onClick={toContent}>
    Tới nội dung chính
  </button>
);

function toContent(): void {
  const main = document.querySelector('main');
  if (main) main.tabIndex = -1;
  main?.focus();
}

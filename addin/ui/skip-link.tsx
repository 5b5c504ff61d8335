/** Where a page without a program has its content. */
const CONTENT = 'noi-dung';

/** The first thing that the keyboard reaches: past the ways to other pages, to the content. The address stays as it is: pages read it. */
export const SkipLink = () => (
  <a class="skip" href={`#${CONTENT}`} onClick={toContent}>
    Tới nội dung chính
  </a>
);

function toContent(event: Event): void {
  event.preventDefault();
  const main = document.querySelector('main');
  if (main) main.tabIndex = -1;
  main?.focus();
}

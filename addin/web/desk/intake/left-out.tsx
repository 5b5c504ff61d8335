/** More than these nobody reads; the number says how many there are. */
const MOST_NAMED = 200;

/** The files that were passed over because they are no workbooks: a form may be among them under another name. */
export function LeftOut({ paths }: { readonly paths: readonly string[] }) {
  if (paths.length === 0) return null;
  const more = paths.length - MOST_NAMED;
  return (
    <details class="quiet">
      <summary>Bỏ qua {paths.length} tệp không phải bảng tính.</summary>
      <ul>
        {paths.slice(0, MOST_NAMED).map((path, k) => (
          <li key={`${k}|${path}`}>{path}</li>
        ))}
        {more > 0 && <li>và {more} tệp khác</li>}
      </ul>
    </details>
  );
}

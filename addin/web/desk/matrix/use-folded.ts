import { useState } from 'preact/hooks';

const NAME = 'phuluc-nhom-gap';

/** The groups that are folded: remembered for this tab of the browser, through reloads. They say nothing of anybody. */
export function useFolded(): readonly [ReadonlySet<string>, (folded: ReadonlySet<string>) => void] {
  const [folded, setFolded] = useState(keptFolded);
  return [
    folded,
    (next) => {
      setFolded(next);
      try {
        sessionStorage.setItem(NAME, JSON.stringify([...next]));
      } catch {
        // without storage they last as long as the matrix stays open
      }
    },
  ];
}

function keptFolded(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []);
  } catch {
    return new Set();
  }
}

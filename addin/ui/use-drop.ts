import { useState } from 'preact/hooks';
import { useAtOnce } from './use-at-once.ts';

type DragHandler = (event: DragEvent) => void;

/** What an element wears to take what is dropped on it. */
export interface DropTarget {
  readonly isOver: boolean;
  readonly handlers: { readonly onDragOver: DragHandler; readonly onDragLeave: DragHandler; readonly onDrop: DragHandler };
}

/** Takes what is dropped on an element. Beside it nothing is taken, and the page stays: a browser would open the file in its place. */
export function useDrop(onDropped: (data: DataTransfer) => void): DropTarget {
  const [isOver, setOver] = useState(false);
  useAtOnce(() => {
    const stay = (event: Event): void => event.preventDefault();
    for (const kind of ['dragover', 'drop']) addEventListener(kind, stay);
    return () => {
      for (const kind of ['dragover', 'drop']) removeEventListener(kind, stay);
    };
  }, []);
  const onDragOver: DragHandler = (event) => {
    event.preventDefault();
    setOver(true);
  };
  const onDrop: DragHandler = (event) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) onDropped(event.dataTransfer);
  };
  return { isOver, handlers: { onDragOver, onDragLeave: () => setOver(false), onDrop } };
}

/** What an element wears to take one file, dropped on it or chosen beside it. */
export interface FileTarget extends DropTarget {
  /** What was dropped instead of a file, and what to do; null after a file. */
  readonly refused: string | null;
  /** Takes the first file, as a chooser of one file gives it. */
  readonly take: (files: readonly File[]) => void;
}

/** Takes one file. What is dropped instead, a folder, several files or none, is named for what it is, and nothing of it is taken. */
export function useFileDrop(onFile: (file: File) => void): FileTarget {
  const [refused, setRefused] = useState<string | null>(null);
  const take = ([file]: readonly File[]): void => {
    setRefused(null);
    if (file) onFile(file);
  };
  const target = useDrop((data) => {
    const why = noFileOf(data);
    if (why === null) take([...data.files]);
    else setRefused(why);
  });
  return { ...target, refused, take };
}

/** Why what was dropped is not one file; null where it is. A browser gives a folder as a file that cannot be read. */
function noFileOf({ items, files }: DataTransfer): string | null {
  if ([...items].some((item) => item.webkitGetAsEntry()?.isDirectory))
    return 'Đây là thư mục, không phải tệp. Mở thư mục rồi chọn tệp ở trong đó.';
  if (files.length > 1) return `Vừa thả ${files.length} tệp nên chưa nhận tệp nào. Thả từng tệp một.`;
  return files.length === 0 ? 'Thứ vừa thả không phải tệp trên máy. Lưu thành tệp trên máy rồi chọn tệp đó.' : null;
}

import { useEffect, useState } from 'preact/hooks';

type DragHandler = (event: DragEvent) => void;

/** What an element wears to take what is dropped on it. */
export interface DropTarget {
  readonly isOver: boolean;
  readonly handlers: { readonly onDragOver: DragHandler; readonly onDragLeave: DragHandler; readonly onDrop: DragHandler };
}

/** Takes what is dropped on an element. Beside it nothing is taken, and the page stays: a browser would open the file in its place. */
export function useDrop(onDropped: (data: DataTransfer) => void): DropTarget {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
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

import type { ComponentChildren, InputHTMLAttributes } from 'preact';

interface Props extends Pick<InputHTMLAttributes<HTMLInputElement>, 'accept' | 'multiple' | 'disabled' | 'aria-describedby'> {
  readonly id: string;
  readonly look?: 'primary';
  /** Whether a folder is chosen whole. */
  readonly folder?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}

/** Chooses files by a button of the page: the browser's own speaks the browser's language. */
export const FileButton = ({ id, look, folder = false, onFiles, children, ...input }: Props) => (
  <>
    <input
      {...input}
      id={id}
      class="visually-hidden"
      type="file"
      ref={(one) => {
        if (one) one.webkitdirectory = folder;
      }}
      onChange={({ currentTarget }) => {
        const files = [...(currentTarget.files ?? [])];
        currentTarget.value = ''; // the same file, saved again, is a new choice
        onFiles(files);
      }}
    />
    <label class={look ? `button ${look}` : 'button'} for={id}>
      {children}
    </label>
  </>
);

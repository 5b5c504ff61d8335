import { useRef } from 'preact/hooks';
import { CopyButton } from './copy-button.tsx';
import { Notice } from './notice.tsx';
import { keySaved } from './own-key.ts';
import { saveFile } from './save-file.ts';
import type { SignedIn } from './sign-in.tsx';
import { useAtOnce } from './use-at-once.ts';

/** An access key that a one-time code was just changed for, and who came in with it. */
export interface Issued {
  readonly key: string;
  readonly one: SignedIn;
}

/**
 * Shows a new access key until somebody says that they have kept it, through reloads too: its code is used up, and who has not kept the key
 * is shut out when the tab is closed.
 */
export function FreshKey({ issued: { key, one }, onKept }: { readonly issued: Issued; readonly onKept: () => void }) {
  const { agency, name } = one.me;
  const heading = useRef<HTMLHeadingElement>(null);
  useAtOnce(() => heading.current?.focus(), []);
  const keep = (): void => {
    keySaved();
    onKept();
  };
  const save = (): void => saveFile(new Blob([`Mã truy cập của ${name}: ${key}\r\n`]), `ma-truy-cap-${agency}.txt`);
  return (
    <section class="panel" aria-labelledby="issued-key">
      <h2 id="issued-key" tabIndex={-1} ref={heading}>
        Mã truy cập của {name}
      </h2>
      <Notice kind="warning">
        Lưu mã này trước khi tiếp tục. Những lần sau đơn vị đăng nhập bằng mã này; mã dùng một lần vừa nhập không dùng được nữa, và sau bước
        này trang không hiện lại mã truy cập.
      </Notice>
      <p>
        <code class="secret">{key}</code>
      </p>
      <p class="row">
        <CopyButton text={key} told="Đã chép mã truy cập.">
          Chép mã truy cập
        </CopyButton>
        <button type="button" onClick={save}>
          Lưu thành tệp
        </button>
      </p>
      <p>
        <button type="button" class="primary" onClick={keep}>
          Đã lưu mã, tiếp tục
        </button>
      </p>
    </section>
  );
}

import { useState } from 'preact/hooks';
import { LiveRegion } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { FormKind, Work } from './work.ts';

const OTHERS = [
  { kind: 'previous', word: 'Biểu chưa điền, có số liệu kỳ trước để đối chiếu' },
  { kind: 'none', word: 'Biểu trống' },
] as const satisfies readonly { kind: FormKind; word: string }[];

/** The agency's form, filled with what is in force, with last period's figures, or blank. */
export function GetForm({ work, hasReport }: { readonly work: Work; readonly hasReport: boolean }) {
  const [state, setState] = useState<{ readonly kind: 'idle' | 'busy' | 'done' } | { readonly kind: 'trouble'; readonly why: string }>({
    kind: 'idle',
  });
  const get = async (kind: FormKind): Promise<void> => {
    setState({ kind: 'busy' });
    const why = await work.getForm(kind);
    setState(why === null ? { kind: 'done' } : { kind: 'trouble', why });
  };
  const isBusy = state.kind === 'busy';
  return (
    <section class="panel" aria-labelledby="get-form">
      <h2 id="get-form">1. Lấy biểu</h2>
      <p>
        {hasReport
          ? 'Biểu đã điền sẵn số liệu của lần nộp hiện hành. Mở bằng phần mềm bảng tính bất kỳ, sửa rồi lưu dạng .xlsx.'
          : 'Biểu có sẵn các dòng đơn vị phải báo cáo. Mở bằng phần mềm bảng tính bất kỳ, điền các ô màu vàng rồi lưu dạng .xlsx.'}
      </p>
      <p class="row">
        <button type="button" disabled={isBusy} onClick={() => get('current')}>
          {isBusy ? 'Đang tải…' : 'Tải biểu của đơn vị'}
        </button>
        {OTHERS.map(({ kind, word }) => (
          <button type="button" class="link" key={kind} disabled={isBusy} onClick={() => get(kind)}>
            {word}
          </button>
        ))}
      </p>
      <LiveRegion text={state.kind === 'done' ? 'Đã tải biểu về máy.' : ''} />
      {state.kind === 'trouble' && <Notice kind="error">{state.why}</Notice>}
    </section>
  );
}

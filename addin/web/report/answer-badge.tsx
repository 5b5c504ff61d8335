import type { RemarkAnswer } from '../../ui/remark-answer.ts';

const ANSWERS = {
  corrected: { tone: 'met', sign: '✓', word: 'Đã sửa' },
  explained: { tone: 'met', sign: '✓', word: 'Đã giải trình' },
  none: { tone: 'missed', sign: '✕', word: 'Chưa sửa, chưa giải trình' },
} as const satisfies Record<RemarkAnswer, object>;

/** How a remark is answered by what would be sent. */
export function AnswerBadge({ answer }: { readonly answer: RemarkAnswer }) {
  const { tone, sign, word } = ANSWERS[answer];
  return (
    <span class={`badge ${tone}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}

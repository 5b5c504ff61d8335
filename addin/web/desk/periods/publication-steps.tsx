import type { PeriodLine } from '../../../../contract/period-line.ts';
import { momentText } from '../../../ui/moment.ts';
import { publicationState } from './publication-state.ts';

const SIGNS = { done: '✓', now: '→', later: '○' } as const;

/** How far a period is on its way from closing through signing to the public page. */
export function PublicationSteps({ line, utcOffset }: { readonly line: PeriodLine; readonly utcOffset: string }) {
  const published = publicationState(line);
  const isClosed = line.state === 'closed';
  const isPublic = published.kind === 'current';
  const steps = [
    {
      word: 'Khóa kỳ',
      state: isClosed ? 'done' : 'now',
      told: isClosed && line.asOf ? `số liệu chốt ${momentText(line.asOf, utcOffset)}` : 'kỳ đang mở',
    },
    {
      word: 'Trình ký',
      state: isPublic ? 'done' : isClosed ? 'now' : 'later',
      told: isClosed ? 'báo cáo và phụ lục đã sẵn sàng' : 'sau khi khóa',
    },
    { word: 'Công bố', state: isPublic ? 'done' : 'later', told: isPublic ? `từ ${momentText(published.at, utcOffset)}` : 'sau khi ký' },
  ] as const;
  return (
    <ol class="publication-steps" aria-label="Từ khóa kỳ đến công bố">
      {steps.map(({ word, state, told }) => (
        <li key={word} class={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span aria-hidden="true">{SIGNS[state]}</span> <b>{word}</b> <span class="quiet">{told}</span>
        </li>
      ))}
    </ol>
  );
}

import { useState } from 'preact/hooks';
import { HONOURS_PARTS } from '../../../../core/honours/parts.ts';
import {
  type HonoursPartId,
  type HonoursWeights,
  sumOfWeights,
  USUAL_WEIGHTS,
  WEIGHTS_TOGETHER,
} from '../../../../core/honours/weights.ts';
import { HONOURS_TITLE } from '../../../../core/wording/honours.ts';
import type { PartProps } from './part.ts';

interface Props extends PartProps {
  /** Whether the weights make no whole: nothing is saved meanwhile. */
  readonly onWrong: (name: string, isWrong: boolean) => void;
}

/** What the parts of the honours list weigh; nought takes one out. As usual: nothing is stored. */
export function HonoursWeightFields({ settings, change, disabled, onWrong }: Props) {
  const [halfDone, setHalfDone] = useState<HonoursWeights | null>(null);
  const typed = halfDone ?? settings.honours ?? USUAL_WEIGHTS;
  const sum = sumOfWeights(typed);
  const set = (id: HonoursPartId, text: string): void => {
    const weights = { ...typed, [id]: /^\d{1,3}$/.test(text) ? Number(text) : 0 };
    const isWhole = sumOfWeights(weights) === WEIGHTS_TOGETHER;
    setHalfDone(isWhole ? null : weights);
    onWrong('honours', !isWhole);
    if (!isWhole) return;
    const { honours: _, ...others } = settings;
    const isUsual = HONOURS_PARTS.every((part) => weights[part.id] === USUAL_WEIGHTS[part.id]);
    change(isUsual ? others : { ...others, honours: weights });
  };
  return (
    <section class="panel">
      <h3>{HONOURS_TITLE}</h3>
      <div class="row">
        {HONOURS_PARTS.map(({ id, name }) => (
          <label key={id}>
            {name}
            <input
              type="number"
              min={0}
              max={WEIGHTS_TOGETHER}
              step={1}
              value={typed[id]}
              disabled={disabled}
              onInput={(event) => set(id, event.currentTarget.value.trim())}
            />
          </label>
        ))}
      </div>
      <p class={sum === WEIGHTS_TOGETHER ? 'quiet' : 'wrong'} role="status">
        Tổng: {sum} điểm{sum !== WEIGHTS_TOGETHER && `; điểm tối đa của các phần phải cộng lại bằng ${WEIGHTS_TOGETHER}`}.
      </p>
      <p class="quiet">Điểm tối đa của từng phần; 0 là không xét phần đó. Quy tắc từng phần xem ở mục Tôn vinh.</p>
    </section>
  );
}

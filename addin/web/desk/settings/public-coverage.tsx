import { USUAL_PUBLIC_COVERAGE } from '../../../../core/overview/public-verdict.ts';
import type { PartProps } from './part.ts';

/** From which part of the agencies on a result is published with its verdict. */
export function PublicCoverage({ settings, change, disabled }: PartProps) {
  const { publicCoverage, ...others } = settings;
  return (
    <section class="panel">
      <h3>Công bố đánh giá</h3>
      <label>
        Tỷ lệ đơn vị báo cáo tối thiểu
        <select
          value={String(publicCoverage ?? '')}
          disabled={disabled}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change(value === '' ? others : { ...others, publicCoverage: Number(value) });
          }}
        >
          <option value="">{USUAL_PUBLIC_COVERAGE}% (thường dùng)</option>
          {choicesWith(publicCoverage).map((percent) => (
            <option key={percent} value={String(percent)}>
              {percent}%
            </option>
          ))}
        </select>
      </label>
      <p class="quiet">Dưới tỷ lệ này, trang công khai nêu kết quả và số đơn vị đã báo cáo, không nêu đạt hay chưa đạt.</p>
    </section>
  );
}

/** Tens, and what is set already. */
function choicesWith(set: number | undefined): number[] {
  const tens = Array.from({ length: 11 }, (_, k) => 10 * k);
  return [...new Set([...tens, ...(set === undefined ? [] : [set])])].sort((one, two) => one - two);
}

import { Bullet } from '../../ui/charts/bullet.tsx';
import type { Group, PublicLine } from './lines.ts';
import { PublicVerdict } from './public-verdict.tsx';

const HEADS = ['TT', 'Chỉ tiêu', 'Biểu đồ', 'Mục tiêu', 'Kết quả', 'Đánh giá', 'Đơn vị đã báo cáo'] as const;

/** Indicators with target, result and verdict; on a narrow screen each row is a card (public.css). */
export const FiguresTable = ({ groups, caption }: { readonly groups: readonly Group[]; readonly caption: string }) => (
  <table class="figures">
    <caption class="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        {HEADS.map((head) => (
          <th
            key={head}
            scope="col"
            class={head === 'Kết quả' || head === 'Mục tiêu' || head === 'Đơn vị đã báo cáo' ? 'number' : undefined}
          >
            {head}
          </th>
        ))}
      </tr>
    </thead>
    {groups.map(({ id, title, lines }) => (
      <tbody key={id}>
        <tr class="group">
          <th scope="rowgroup" colSpan={HEADS.length}>
            {title}
          </th>
        </tr>
        {lines.map((line) => (
          <FigureRow key={line.id} line={line} />
        ))}
      </tbody>
    ))}
  </table>
);

const FigureRow = ({ line: { tt, name, target, result, counts, verdict, reporters, chart } }: { readonly line: PublicLine }) => (
  <tr>
    <td class="tt">{tt}</td>
    <th scope="row">{name}</th>
    <td class="drawn">
      <Bullet {...chart} label={`${name}: kết quả ${result}, mục tiêu ${target}`} />
    </td>
    <td class="number" data-head="Mục tiêu">
      {target}
    </td>
    <td class="number" data-head="Kết quả">
      <span>
        <strong>{result}</strong>
        {counts && <span class="quiet counts">{counts}</span>}
      </span>
    </td>
    <td data-head="Đánh giá">
      <PublicVerdict verdict={verdict} />
    </td>
    <td class="number" data-head="Đơn vị đã báo cáo">
      {reporters}
    </td>
  </tr>
);

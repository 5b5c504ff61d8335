import type { Obligations } from '../obligations.ts';
import type { Indicator } from '../plan.ts';

const percent = (value: number): string => `${String(value).replace('.', ',')}%`;

/**
 * The form's column "Cách tính": what to count, and whose figure stands for the province (contract, "Adding up"). A line each, as
 * builder and reader both expect it.
 */
export function methodText({ measure }: Indicator, { agency }: Pick<Obligations, 'agency'>): string {
  const nameOf = (id: string): string => agency.get(id)?.name ?? id;
  switch (measure.kind) {
    case 'pooled-ratio':
      return counts(measure);
    case 'stated-ratio':
      return `${counts(measure)}\nSố toàn tỉnh lấy theo báo cáo của ${nameOf(measure.statedBy)}.`;
    case 'each-agency':
      return `${counts(measure)}\nTừng cơ quan phải đạt từ ${percent(measure.atLeastPercent)} trở lên.`;
    case 'share-of-agencies':
      return `Chọn Có hoặc Không ở cột Giá trị.\nToàn tỉnh: ${measure.numerator} trên ${measure.denominator}.`;
    case 'stated-level': {
      const aspired = measure.aspiredLevel ? `, phấn đấu cấp độ ${measure.aspiredLevel}` : '';
      return `Chọn cấp độ từ 1 đến 5 ở cột Giá trị.\n${nameOf(measure.statedBy)} báo cáo một giá trị chung cho toàn tỉnh; đạt khi từ cấp độ ${measure.minLevel}${aspired}.`;
    }
  }
}

const counts = ({ numerator, denominator }: { readonly numerator: string; readonly denominator: string }): string =>
  `Tử số: ${numerator}.\nMẫu số: ${denominator}.`;

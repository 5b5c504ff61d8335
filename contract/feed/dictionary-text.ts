import { ENTITY_SETS } from './entity-sets.ts';
import type { EdmType } from './leaves.ts';

const TYPE_WORDS: Readonly<Record<EdmType, string>> = {
  'Edm.String': 'chữ',
  'Edm.Int64': 'số nguyên',
  'Edm.Double': 'số',
  'Edm.Boolean': 'true/false',
  'Edm.Date': 'ngày',
  'Edm.DateTimeOffset': 'thời điểm',
};

/** The data dictionary as a page for people, in Markdown. */
export const dictionaryText = (): string => `${[HEAD, ...ENTITY_SETS.map(setText)].join('\n\n')}\n`;

const HEAD = `# Từ điển dữ liệu

Các danh sách của nguồn dữ liệu (OData 4.0 ở /api/odata/, CSV ở /api/tables/). Cột có dấu * là khóa: ghép các danh sách với nhau theo các cột này.
Bản cho máy đọc: /api/tables và /api/odata/$metadata. Trang này lập từ chính mô tả mà máy chủ dùng; cách lấy dữ liệu: [Lấy dữ liệu vào Excel, Power BI](power-query.md).`;

const setText = ({ name, title, rights, since, properties }: (typeof ENTITY_SETS)[number]): string =>
  [
    `## ${name}`,
    '',
    `${title}. ${rights === 'consolidators' ? 'Chỉ cơ quan tổng hợp đọc được.' : 'Cơ quan chủ trì chỉ đọc được các dòng mình chủ trì.'} Từ bản ${since}.`,
    '',
    '| Cột | Kiểu | Ý nghĩa | Đơn vị tính | Từ bản |',
    '| --- | --- | --- | --- | --- |',
    ...properties.map(
      (one) => `| ${one.name}${one.isKey ? ' *' : ''} | ${TYPE_WORDS[one.type]} | ${one.meaning} | ${one.unit ?? ''} | ${one.since} |`,
    ),
  ].join('\n');

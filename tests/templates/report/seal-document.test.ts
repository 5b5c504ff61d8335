import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { documentSection, framedDocument } from '../../../templates/report/document-frame.ts';
import { sealDocument } from '../../../templates/report/seal-document.ts';

const aChart = () =>
  new ChartRun({ type: 'bar', categories: ['I.1'], series: [{ name: 'Kết quả', values: [1] }], altText: { name: 'b', description: 'b' } });

/** What the library draws by chance holds hyphens and underscores anywhere: one in thirty ids ends with one. */
test('a document with a chart is the same bytes however often it is made', async () => {
  const made = new Set<string>();
  for (let k = 0; k < 150; k++) {
    const section = documentSection('portrait', [new Paragraph({ children: [aChart()] })]);
    made.add(Buffer.from(await sealDocument(framedDocument('Thử', [section]), new Date(0))).toString('base64'));
  }
  expect(made.size).toBe(1);
});

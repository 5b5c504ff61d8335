import { existsSync } from 'node:fs';
import { namedCompanion } from '../core/findings/named-companion.ts';
import { formatCount } from '../core/format.ts';
import { localDay } from '../core/local-day.ts';
import { loadContext } from './context.ts';
import { parseCall } from './options.ts';
import { printable } from './printable.ts';
import { problemLine } from './problem-line.ts';
import { type Problem, problemsOf, sortProblems } from './problems.ts';
import { progress } from './progress.ts';
import { readFiles } from './read-files.ts';
import { WrongCall } from './wrong-call.ts';

/** `phuluc check`: the findings of each workbook with sheet and cell; 1 where there is an error. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, rest: files } = parseCall(args, ['json', 'plan', 'agencies']);
  if (files.length === 0) throw new WrongCall('Chưa nêu tệp cần kiểm tra. Ví dụ: phuluc check bieu/TEN-DON-VI.xlsx');
  const absent = files.find((file) => !existsSync(file));
  if (absent !== undefined) throw new WrongCall(`Không có tệp “${absent}”. Kiểm tra lại đường dẫn.`);
  const loaded = loadContext(values);
  const today = localDay(new Date(), loaded.plan.reporting.utcOffset);
  const context = { ...loaded, expected: null, previous: null, today };
  const shown = progress('Đang kiểm tra', files.length);
  const read = await readFiles(files, context, shown.step);
  const problems = sortProblems(
    read.flatMap(({ identity, findings }, k) => problemsOf(files[k] ?? '', identity?.agency, namedCompanion(findings, files[k] ?? null))),
  );
  shown.end();
  process.stdout.write(values.json ? `${JSON.stringify(problems, null, 1)}\n` : inWords(files, problems));
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function inWords(files: readonly string[], problems: readonly Problem[]): string {
  const lines = files.flatMap((file) => {
    const own = problems.filter((problem) => problem.file === file);
    const count = (severity: Problem['severity']) => formatCount(own.filter((problem) => problem.severity === severity).length);
    if (own.length === 0) return [`✓ ${file}: không có lỗi, cảnh báo`];
    return [`${file}: ${count('error')} lỗi, ${count('warning')} cảnh báo`, ...own.map(problemLine)];
  });
  return `${lines.map(printable).join('\n')}\n`;
}

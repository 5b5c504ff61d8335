import { SEVERITY } from '../../../../core/findings/catalogue.ts';
import type { RuleId } from '../../../../core/findings/facts.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import type { PartProps } from './part.ts';
import { RULE_NAMES } from './rule-names.ts';

const LEVELS = { error: 'Lỗi: phải sửa', warning: 'Cảnh báo', hint: 'Lưu ý', off: 'Tắt' } as const;
type Level = keyof typeof LEVELS;

/** How strict the rules about figures are in this period; what concerns the file itself is not up to anybody. */
export function RuleStrictness({ settings, change, disabled }: PartProps) {
  return (
    <section class="panel">
      <h3>Mức độ của quy tắc kiểm tra</h3>
      <ScrollBox label="Mức độ của từng quy tắc">
        <table>
          <tbody>
            {(Object.entries(RULE_NAMES) as [RuleId, string][]).map(([rule, name]) => {
              // keys of the names are rules
              const level: Level = settings.rules.find((one) => one.rule === rule)?.severity ?? SEVERITY[rule];
              return (
                <tr key={rule}>
                  <th scope="row" id={`rule-${rule}`}>
                    {name}
                  </th>
                  <td>
                    <select
                      aria-labelledby={`rule-${rule}`}
                      value={level}
                      disabled={disabled}
                      onChange={(event) => {
                        const severity = event.currentTarget.value as Level; // the options are levels
                        const others = settings.rules.filter((one) => one.rule !== rule);
                        change({ ...settings, rules: severity === SEVERITY[rule] ? others : [...others, { rule, severity }] });
                      }}
                    >
                      {(Object.entries(LEVELS) as [Level, string][]).map(([value, word]) => (
                        <option key={value} value={value}>
                          {word}
                          {value === SEVERITY[rule] ? ' (mặc định)' : ''}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

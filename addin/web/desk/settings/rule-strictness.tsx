import { SEVERITY_WORDS } from '../../../../core/wording/severities.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import type { PartProps } from './part.ts';
import { SETTABLE_RULES } from './rule-names.ts';

const LEVELS = { ...SEVERITY_WORDS, error: `${SEVERITY_WORDS.error}: phải sửa`, off: 'Tắt' } as const;
type Level = keyof typeof LEVELS;

/** How strict the rules about figures are in this period; what concerns the file itself is not up to anybody. */
export function RuleStrictness({ settings, change, disabled }: PartProps) {
  return (
    <section class="panel">
      <h3>Mức độ của quy tắc kiểm tra</h3>
      <ScrollBox label="Mức độ của từng quy tắc">
        <table class="rule-levels">
          <tbody>
            {SETTABLE_RULES.map(({ id: rule, name, severity: usual }) => {
              const level: Level = settings.rules.find((one) => one.rule === rule)?.severity ?? usual;
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
                        change({ ...settings, rules: severity === usual ? others : [...others, { rule, severity }] });
                      }}
                    >
                      {(Object.entries(LEVELS) as [Level, string][]).map(([value, word]) => (
                        <option key={value} value={value}>
                          {word}
                          {value === usual ? ' (mặc định)' : ''}
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

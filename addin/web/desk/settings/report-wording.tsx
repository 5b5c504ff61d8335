import { useState } from 'preact/hooks';
import type { SettingsFault } from '../../../../core/plan/settings-faults.ts';
import { templateFaults } from '../../../../core/report-text/template.ts';
import { REPORT_TEMPLATES, type ReportTemplateId } from '../../../../core/report-text/templates.ts';
import { settingsFaultText } from '../../../../core/wording/settings-faults.ts';
import type { PartProps } from './part.ts';

interface Props extends PartProps {
  /** Whether a sentence has a field that it cannot fill: nothing is saved meanwhile. */
  readonly onWrong: (name: string, isWrong: boolean) => void;
}

const IDS = Object.keys(REPORT_TEMPLATES) as ReportTemplateId[]; // keys of a record of templates

/** The sentences of the province's report; figures stand in them as fields in braces. */
export const ReportWording = (props: Props) => (
  <section class="panel">
    <h3>Câu chữ của báo cáo</h3>
    <details>
      <summary>Sửa câu chữ ({IDS.length} câu)</summary>
      <p class="quiet">
        Phần trong ngoặc nhọn là trường, chương trình điền theo số liệu. Xóa hết chữ của một câu để dùng lại câu thường dùng.
      </p>
      {IDS.map((id) => (
        <Sentence key={id} id={id} {...props} />
      ))}
    </details>
  </section>
);

/** What is typed stays as it is typed; it counts as soon as it can be filled in. */
function Sentence({ id, settings, change, disabled, onWrong }: Props & { readonly id: ReportTemplateId }) {
  const [typed, setTyped] = useState<string | null>(null);
  const template = REPORT_TEMPLATES[id];
  const [fault] = typed === null ? [] : templateFaults(typed, template);
  const take = (text: string): void => {
    const { [id]: _, ...others } = settings.reportText ?? {};
    const { reportText: __, ...rest } = settings;
    const isWrong = templateFaults(text, template).length > 0;
    setTyped(text);
    onWrong(id, isWrong);
    if (isWrong) return;
    const next = text.trim() === '' || text === template.text ? others : { ...others, [id]: text };
    change(Object.keys(next).length === 0 ? rest : { ...rest, reportText: next });
  };
  return (
    <label>
      {template.about}
      <textarea
        rows={2}
        maxLength={2000}
        disabled={disabled}
        value={typed ?? settings.reportText?.[id] ?? template.text}
        aria-invalid={fault !== undefined}
        aria-describedby={`fields-${id}`}
        onInput={(event) => take(event.currentTarget.value)}
        onBlur={() => !fault && setTyped(null)}
      />
      <span id={`fields-${id}`} class={fault ? 'wrong' : 'quiet'}>
        {fault ? settingsFaultText({ path: id, ...fault } satisfies SettingsFault, []) : fieldsText(template.fields)}
      </span>
    </label>
  );
}

const fieldsText = (fields: Readonly<Record<string, string>>): string => {
  const told = Object.entries(fields).map(([name, about]) => `{${name}} ${about}`);
  return told.length === 0 ? 'Câu này không có trường.' : `Trường: ${told.join('; ')}.`;
};

import type { TextPart } from './text-part.ts';

/** A sentence of the report that an administrator may word otherwise; fields stand in braces. */
export interface ReportTemplate<F extends string = string> {
  /** What the sentence is for, as the settings name it. */
  readonly about: string;
  readonly text: string;
  /** Each field and what it stands for. */
  readonly fields: Readonly<Record<F, string>>;
}

/** Makes a template ready for the list: its fields are known by name. */
export const reportTemplate = <F extends string>(template: ReportTemplate<F>): ReportTemplate<F> => template;

export type FieldTexts<F extends string> = Readonly<Record<F, string | readonly TextPart[]>>;

/** What cannot be filled in: a field that the sentence does not have, or a brace without its other half; `at` counts characters from 1. */
export interface TemplateFault {
  readonly fault: 'unknown-field' | 'open-brace';
  readonly text: string;
  readonly at: number;
}

const FIELD = /\{([^{}]*)\}|[{}]/gu;

/** Everything in a wording that its sentence cannot fill. */
export function templateFaults(text: string, { fields }: ReportTemplate): TemplateFault[] {
  return [...text.matchAll(FIELD)].flatMap((found): TemplateFault[] => {
    const [whole, field] = found;
    const at = found.index + 1;
    if (field === undefined) return [{ fault: 'open-brace', text: whole, at }];
    return Object.hasOwn(fields, field) ? [] : [{ fault: 'unknown-field', text: whole, at }];
  });
}

/** A wording with its fields filled in; what is no field of the sentence stays as it stands. */
export function filledTemplate<F extends string>(text: string, values: FieldTexts<F>): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const found of text.matchAll(FIELD)) {
    const [whole, field] = found;
    if (field === undefined || !Object.hasOwn(values, field)) continue;
    parts.push(text.slice(from, found.index));
    from = found.index + whole.length;
    const value = values[field as F]; // a key of the values
    parts.push(...(typeof value === 'string' ? [value] : value));
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}

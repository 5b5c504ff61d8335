import type { InputRule } from '../../core/form/input-rule.ts';

/** Gives a range the rule for what may be typed there, in place of a former one, or none. A list is at most 255 characters. */
export function setInputRule({ dataValidation }: Excel.Range, rule: InputRule | 'none'): void {
  dataValidation.clear();
  if (rule === 'none') return;
  dataValidation.rule = ruleOf(rule);
  dataValidation.ignoreBlanks = true;
  dataValidation.prompt = { showPrompt: true, title: rule.title, message: rule.prompt };
  dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: rule.title, message: rule.error };
}

function ruleOf(rule: InputRule): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: rule.words.join(',') } };
    case 'whole':
      return { wholeNumber: { operator: 'Between', formula1: rule.least, formula2: rule.most } };
    case 'decimal':
      return { decimal: { operator: 'Between', formula1: rule.least, formula2: rule.most } };
    case 'day':
      return { date: { operator: 'Between', formula1: rule.first, formula2: rule.last } };
  }
}

import type { ComponentChildren } from 'preact';
import type { Severity } from '../../core/rules/rule.ts';
import { SEVERITY_SIGNS, SEVERITY_WORDS } from '../../core/wording/severities.ts';

interface Props {
  readonly severity: Severity;
  readonly count: number;
  /** What follows from findings that are as grave. */
  readonly what: string;
  readonly children: ComponentChildren;
}

/** Findings of one severity under their number. */
export const SeveritySection = ({ severity, count, what, children }: Props) => (
  <section class={`findings ${severity}`}>
    <h3>
      <span aria-hidden="true">{SEVERITY_SIGNS[severity]}</span> {count} {SEVERITY_WORDS[severity].toLowerCase()} <small>({what})</small>
    </h3>
    <ul>{children}</ul>
  </section>
);

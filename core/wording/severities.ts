import type { Finding } from '../findings/finding.ts';

/** How grave a finding is, in a word; the sign tells it without colour. */
export const SEVERITY_WORDS = { error: 'Lỗi', warning: 'Cảnh báo', hint: 'Lưu ý' } as const satisfies Record<Finding['severity'], string>;

export const SEVERITY_SIGNS = { error: '✕', warning: '▲', hint: 'ℹ' } as const satisfies Record<Finding['severity'], string>;

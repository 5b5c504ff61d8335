import { createHash } from 'node:crypto';

const digest = (content: string): string => createHash('sha256').update(content).digest('hex');

/** Names a call of the agency itself in the store, by its idempotency key. */
export const ownCallKey = (key: string): string => digest(key);

/**
 * Names a call that takes a workbook in, by its idempotency key and all that it asks. No digest holds a full stop, so
 * that these names and those of the agency's own calls never meet.
 */
export const intakeCallKey = (...asked: readonly (string | null)[]): string => `intake.${digest(JSON.stringify(asked))}`;

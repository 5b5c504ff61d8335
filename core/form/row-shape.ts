import type { Figure } from '../figure.ts';

/** How a row is filled: what it asks for, and so which cells are open and which checks stand beside it. */
export type RowShape = Figure | (typeof TASK_SHAPES)[number];

/** The shapes of rows of indicators. */
export const INDICATOR_SHAPES = ['counts', 'answer', 'level'] as const satisfies readonly Figure[];

/** The shapes of tasks: led with others or by others, by the agency alone, or perhaps by it. */
export const TASK_SHAPES = ['task', 'sole-task', 'optional-task'] as const;

import type { DeskProps } from '../desk-props.ts';

export const TasksTab = ({ matrix }: DeskProps) => <h2>Nhiệm vụ {matrix.period}</h2>;

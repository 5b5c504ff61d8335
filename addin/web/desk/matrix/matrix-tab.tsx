import type { DeskProps } from '../desk-props.ts';

export const MatrixTab = ({ matrix }: DeskProps) => <h2>Ma trận {matrix.period}</h2>;

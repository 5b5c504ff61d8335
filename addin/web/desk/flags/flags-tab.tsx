import type { DeskProps } from '../desk-props.ts';

export const FlagsTab = ({ matrix }: DeskProps) => <h2>Cảnh báo {matrix.period}</h2>;

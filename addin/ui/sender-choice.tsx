import type { Sender } from './senders.ts';

interface Props {
  readonly senders: readonly Sender[];
  readonly chosen: string;
  readonly onChoose: (agency: string) => void;
  readonly class?: string;
}

/** Whose report it is; nothing where the signed-in agency sends for nobody else. */
export const SenderChoice = ({ senders, chosen, onChoose, ...look }: Props) =>
  senders.length > 1 ? (
    <label {...look}>
      Báo cáo của
      <select value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {senders.map(({ agency, name }) => (
          <option key={agency} value={agency}>
            {name}
          </option>
        ))}
      </select>
    </label>
  ) : null;

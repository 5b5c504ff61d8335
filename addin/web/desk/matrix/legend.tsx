const ENTRIES = [
  ['met', '✓', 'Đạt mức'],
  ['below', '▲', 'Dưới mức, còn hạn'],
  ['missed', '✕', 'Không đạt'],
  ['none', '–', 'Không phát sinh'],
  ['no-figure', '?', 'Chưa có số liệu'],
  ['missing', '○', 'Chưa báo cáo'],
  ['not-owed', '', 'Không phải báo cáo'],
] as const;

/** What sign and colour of a cell mean. */
export const Legend = () => (
  <ul class="legend" aria-label="Chú giải">
    {ENTRIES.map(([tone, sign, word]) => (
      <li key={tone}>
        <span class={`cell ${tone}`} aria-hidden="true">
          {sign}
        </span>{' '}
        {word}
      </li>
    ))}
  </ul>
);

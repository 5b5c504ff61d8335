import type { HonoursAnswer } from '../../../../contract/routes/get-honours.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import type { DeskProps } from '../desk-props.ts';
import { BehindPoints } from './behind-points.tsx';
import { scoreText } from './score-text.ts';

type Group = HonoursAnswer['groups'][number];

interface Props extends DeskProps {
  readonly group: Group;
  readonly parts: HonoursAnswer['parts'];
}

/** One group's ranks; an agency that is chosen opens below its line with what stands behind each point. */
export function RankedGroup(props: Props) {
  const { query, go, nameOf, group, parts } = props;
  const asked = parts.filter(({ weight }) => weight > 0);
  return (
    <section aria-label={group.name}>
      <h3>{group.name}</h3>
      <ScrollBox label={`Xếp hạng: ${group.name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                Hạng
              </th>
              <th scope="col">Đơn vị</th>
              <th scope="col" class="number">
                Điểm
              </th>
              {asked.map(({ id, name, weight }) => (
                <th key={id} scope="col" class="number part">
                  {name} <span class="quiet">/{weight}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {group.lines.map((line) => {
              const isOpen = line.agency === query.donvi;
              return [
                <tr key={line.agency} class={isOpen ? 'open' : ''}>
                  <td class="number">
                    {line.rank}
                    {line.sharing > 1 && <span class="quiet"> (cùng hạng: {line.sharing})</span>}
                  </td>
                  <th scope="row">
                    <button
                      type="button"
                      class="link names"
                      aria-expanded={isOpen}
                      onClick={() => go({ donvi: isOpen ? null : line.agency, dong: null })}
                    >
                      {nameOf(line.agency)}
                    </button>
                  </th>
                  <td class="number">
                    <b>{scoreText(line.score)}</b>
                  </td>
                  {asked.map(({ id }) => {
                    const part = line.parts.find((one) => one.part === id);
                    return (
                      <td key={id} class="number part">
                        {part && part.of > 0 ? scoreText(part.points) : <span class="quiet">không xét</span>}
                      </td>
                    );
                  })}
                </tr>,
                isOpen && (
                  <tr key={`${line.agency} points`} class="behind">
                    <td colSpan={3 + asked.length}>
                      <BehindPoints {...props} line={line} parts={asked} />
                    </td>
                  </tr>
                ),
              ];
            })}
          </tbody>
        </table>
      </ScrollBox>
      {group.unranked.length > 0 && <p class="quiet">Không xếp hạng vì không phần nào áp dụng: {group.unranked.map(nameOf).join('; ')}.</p>}
    </section>
  );
}

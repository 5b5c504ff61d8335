import type { Matrix, Source } from '../../../../core/matrix.ts';
import type { Agency } from '../../../../core/plan/agency.ts';
import { momentText } from '../../../ui/moment.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { meeting } from '../../../ui/search.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { ReviewPanel } from './review-panel.tsx';

interface Line {
  readonly agency: Agency;
  readonly reported: number;
  readonly owed: number;
  /** Of the newest report; null where none of the lead's rows is in it. */
  readonly source: Source | null;
}

/** What a lead reviews: each other agency that owes one of its rows, and that agency's report beside the list. */
export function LeadTab(props: DeskProps) {
  const { query, agencies, go, matrix, me, plan } = props;
  const meets = meeting(query.tim ?? '') ?? (() => true);
  // Nobody judges a report that it sends.
  const sent = new Set([me.agency, ...me.submitsFor.map(({ agency }) => agency)]);
  const lines = agencies.filter(({ id }) => !sent.has(id)).map((agency) => lineOf(agency, matrix));
  const shown = lines.filter(({ agency }) => meets(agency.name));
  const open = lines.find(({ agency }) => agency.id === query.donvi);
  return (
    <div class={open ? 'side-by-side open' : 'side-by-side'}>
      <div>
        <h2 class="visually-hidden">Thẩm định các dòng do cơ quan mình chủ trì</h2>
        <search class="filters">
          <label>
            Tìm đơn vị
            <input type="search" value={query.tim ?? ''} onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')} />
          </label>
          <p class="quiet count" role="status">
            {shown.length} đơn vị, {shown.filter(({ source }) => source !== null).length} đã báo cáo
          </p>
        </search>
        <ScrollBox label="Các đơn vị">
          <table class="status">
            <thead>
              <tr>
                <th scope="col">Đơn vị</th>
                <th scope="col" class="number">
                  Dòng đã báo cáo
                </th>
                <th scope="col" class="number">
                  Lần nộp
                </th>
                <th scope="col" class="number">
                  Lúc
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ agency, reported, owed, source }) => (
                <tr key={agency.id} aria-current={agency.id === query.donvi ? 'true' : undefined}>
                  <th scope="row">
                    <a {...linkTo(query, go, { donvi: agency.id })}>{agency.name}</a>
                  </th>
                  <td class="number">
                    {reported}/{owed}
                  </td>
                  <td class="number">{source?.version ?? '–'}</td>
                  <td class="number">{source?.at ? momentText(source.at, plan.reporting.utcOffset) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </div>
      {open && (
        <ReviewPanel
          key={open.agency.id}
          {...props}
          subject={{
            agency: open.agency.id,
            state: null,
            version: open.source?.version ?? null,
            at: open.source?.at ?? null,
            by: open.source?.by ?? null,
          }}
        />
      )}
    </div>
  );
}

/** The matrix that a lead is given holds its own rows alone. */
function lineOf(agency: Agency, { indicators, tasks }: Matrix): Line {
  const sources = [...indicators, ...tasks].flatMap(({ cells }) => {
    const cell = cells[agency.id];
    return cell ? [cell.source ?? null] : [];
  });
  const found = sources.filter((source) => source !== null);
  return { agency, reported: found.length, owed: sources.length, source: found[0] ?? null };
}

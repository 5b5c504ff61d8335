import { useState } from 'preact/hooks';
import type { SourceLine } from '../../../../contract/routes/get-sources.ts';
import type { PassportPart } from '../../../../core/passport/passport.ts';
import { cellPlaceText, fileText } from '../../../../core/wording/source-text.ts';
import { momentText } from '../../../ui/moment.ts';
import { proofHash } from '../../../ui/proof-address.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { agencyTerms, meeting } from '../../../ui/search.ts';
import type { Act } from '../../../ui/use-act.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';

interface Props extends DeskProps {
  readonly row: string;
  readonly parts: readonly PassportPart[];
  readonly sources: readonly SourceLine[];
  readonly isTask: boolean;
  readonly act: Act;
}

/** So many parts are overlooked without a search. */
const FEW = 12;

/** What each agency puts in, and where that stands. */
export function PassportParts(props: Props) {
  const { query, agency: agencies, parts, sources } = props;
  const [sought, setSought] = useState('');
  const meets = meeting(sought) ?? (() => true);
  const byAgency = new Map(sources.map((one) => [one.agency, one]));
  const shown = parts.filter(({ agency }) => meets(agencyTerms(agency, agencies.get(agency))));
  return (
    <>
      <h3>Phần của từng đơn vị ({parts.length})</h3>
      {parts.length > FEW && (
        <search class="filters">
          <label>
            Tìm đơn vị
            <input type="search" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
          </label>
        </search>
      )}
      <ScrollBox label="Phần của từng đơn vị" low>
        <table>
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              <th scope="col">Số liệu</th>
              <th scope="col">Tệp; trang tính, ô</th>
              <th scope="col">Lần nộp</th>
              <th scope="col">Biên nhận, tệp gốc</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((part) => (
              <PartRow
                key={part.agency}
                {...props}
                part={part}
                line={byAgency.get(part.agency)}
                isAsked={part.agency === query['nguon-goc-don-vi']}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

interface RowProps extends Props {
  readonly part: PassportPart;
  readonly line: SourceLine | undefined;
  readonly isAsked: boolean;
}

function PartRow({ query, go, nameOf, plan, row, part, line, isAsked, isTask, ...props }: RowProps) {
  const { agency, says, use, source } = part;
  return (
    <tr aria-current={isAsked ? 'true' : undefined}>
      <th scope="row">
        <a {...linkTo(query, go, { the: isTask ? 'nhiem-vu' : 'ma-tran', dong: row, donvi: agency })}>{nameOf(agency)}</a>
      </th>
      <td>
        <b>{says}</b>
        <span class="quiet use">{use}</span>
      </td>
      <td>{source ? [fileText(source), cellPlaceText(source)].filter(Boolean).join('; ') : '–'}</td>
      <td>
        {source?.version === undefined ? (
          '–'
        ) : (
          <>
            Lần {source.version}
            {source.at && `, ${momentText(source.at, plan.reporting.utcOffset)}`}
            {source.by && <span class="quiet use">{nameOf(source.by)}</span>}
          </>
        )}
      </td>
      <td>{line ? <Receipt {...props} line={line} /> : '–'}</td>
    </tr>
  );
}

function Receipt({
  api,
  isConsolidator,
  period,
  act,
  line,
}: Pick<RowProps, 'api' | 'isConsolidator' | 'period' | 'act'> & { readonly line: SourceLine }) {
  const { agency, version, receipt, sha256, workbook } = line;
  const save = async (): Promise<void> => {
    const file = await act.run(
      () => api.workbook(period, agency, version, 'workbook'),
      `Đã tải tệp gốc của ${agency}, lần nộp ${version}.`,
    );
    if (file) saveFile(file.value, `${agency}-${period}-lan-${version}.xlsx`);
  };
  return (
    <div class="row">
      <a href={`/xac-minh/${proofHash({ period, agency, code: sha256 })}`}>{receipt}</a>
      {isConsolidator && workbook && (
        <button type="button" class="link" disabled={act.waiting} onClick={save}>
          Tải tệp gốc
        </button>
      )}
      {!workbook && <span class="quiet use">không có tệp gốc</span>}
    </div>
  );
}

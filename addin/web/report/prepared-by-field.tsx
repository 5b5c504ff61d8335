import { useState } from 'preact/hooks';
import { LONGEST_NAME } from '../../../core/person-name.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { keepPreparedBy, preparedByHere } from '../../ui/prepared-by.ts';

/** Asks once a machine who draws the report up: versions then say which colleague it was. */
export function PreparedByField({ agency }: { readonly agency: AgencyId }) {
  const [name, setName] = useState(() => preparedByHere(agency));
  return (
    <div class="prepared-by">
      <label>
        Người lập biểu
        <input
          type="text"
          autocomplete="name"
          maxLength={LONGEST_NAME}
          value={name}
          aria-describedby="prepared-by-help"
          onInput={({ currentTarget: { value } }) => {
            setName(value);
            keepPreparedBy(agency, value);
          }}
        />
      </label>
      <p id="prepared-by-help" class="quiet">
        Không bắt buộc. Ghi họ và tên để biên nhận và mục “Các lần nộp” cho biết ai đã lập; máy này nhớ cho lần sau, tới khi đăng xuất.
      </p>
    </div>
  );
}

/** What a cell with a list says to any other word. */
export const CHOOSE_FROM_LIST = 'Chọn một mục trong danh sách (bấm mũi tên ở cạnh ô, hoặc Alt + mũi tên xuống).';

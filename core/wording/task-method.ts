/** How the word of a task follows from those of its agencies (contract, "Tasks"). */
export const TASK_METHOD =
  'Lấy từ tình hình của từng đơn vị chủ trì, không tính đơn vị không liên quan: tất cả hoàn thành thì nhiệm vụ hoàn thành; có đơn vị quá hạn thì quá hạn; ' +
  'có đơn vị hoàn thành hoặc đang thực hiện thì đang thực hiện; còn lại chờ hướng dẫn hoặc chưa triển khai.';

// On every page, in words that the oldest browsers know: once all has been loaded, a page whose program has not begun says so.
window.onload = () => {
  var opening = document.getElementById('opening');
  if (opening)
    opening.innerHTML =
      'Trang chưa chạy được: trình duyệt trên máy này quá cũ, hoặc đường truyền bị ngắt giữa chừng. <a href="">Tải lại trang</a>; nếu vẫn vậy, mở địa chỉ này bằng Chrome, Edge, Firefox hoặc Cốc Cốc bản từ năm 2023, hoặc dùng điện thoại. Không có máy khác thì điền biểu .xlsx rồi gửi cho đầu mối ghi trong thư giao biểu.';
};

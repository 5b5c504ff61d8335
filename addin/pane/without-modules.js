// Runs only in a browser that knows no modules, such as the one in which Excel 2019 and before show panes (learn.microsoft.com, "Browsers
// and webview controls used by Office Add-ins"): in words that it knows.
document.getElementById('app').innerHTML =
  '<h1>Phụ lục số</h1><p>Excel trên máy này quá cũ để dùng ngăn. Lưu tệp rồi gửi ở <a href="/" target="_blank">trang nộp báo cáo</a>.</p>';

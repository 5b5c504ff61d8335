/** Where pictures of guides and of the README lie. */
const GUIDE = 'docs/huong-dan/hinh';
const README = 'docs/hinh';

/** The pictures that `npm run pictures` makes anew, by what they show. */
export const PICTURES = {
  form: `${README}/bieu.png`,
  pane: `${README}/ngan.png`,
  signIn: `${GUIDE}/dang-nhap.png`,
  entering: `${GUIDE}/nhap-tren-trang.png`,
  findings: `${GUIDE}/ket-qua-kiem-tra.png`,
  preview: `${GUIDE}/xem-truoc.png`,
  receipt: `${GUIDE}/bien-nhan.png`,
  overview: `${GUIDE}/tong-quan.png`,
  status: `${GUIDE}/tinh-hinh.png`,
  matrix: `${GUIDE}/ma-tran.png`,
  review: `${GUIDE}/tham-dinh.png`,
  exports: `${GUIDE}/xuat.png`,
} as const;

/** More than this no page of a guide should carry for a picture. */
export const MOST_PICTURE_BYTES = 150 * 1024;

/** The nation's name and motto above every official document (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

import './every-sync.ts';
import '../microsoft-in-excel.test.ts';

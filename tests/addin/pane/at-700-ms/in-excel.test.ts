import './every-sync.ts';
import '../in-excel.test.ts';

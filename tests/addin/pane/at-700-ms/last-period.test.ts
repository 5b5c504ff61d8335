import './every-sync.ts';
import '../last-period.test.ts';

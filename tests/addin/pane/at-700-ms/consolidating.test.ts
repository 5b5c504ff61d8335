import './every-sync.ts';
import '../consolidating.test.ts';

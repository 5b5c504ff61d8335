import './every-sync.ts';
import '../troubles.test.ts';

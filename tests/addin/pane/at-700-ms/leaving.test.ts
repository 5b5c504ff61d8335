import './every-sync.ts';
import '../leaving.test.ts';

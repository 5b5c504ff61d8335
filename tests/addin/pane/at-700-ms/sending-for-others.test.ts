import './every-sync.ts';
import '../sending-for-others.test.ts';

import type { Obligations } from '../../core/plan/obligations.ts';
import type { DocumentRequests, WritingRequest } from './documents.ts';
import { handedHere } from './handed-over.ts';
import { received } from './sendable.ts';
import { answerInThread } from './thread-program.ts';
import { writeDocument } from './write-document.ts';

// The program of the thread that writes documents: bundled into one text, which the pool starts.
const known = handedHere<Obligations>();

answerInThread((asked: WritingRequest) => {
  if (asked.kind === 'know') return known.keep(asked.under, asked.obligations);
  const whole = received(asked.wanted as object, known.get(asked.under) ?? null);
  return writeDocument(asked.document, whole as DocumentRequests[typeof asked.document]); // what was sent for this kind of document
});

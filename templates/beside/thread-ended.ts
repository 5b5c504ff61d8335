/** A thread ended in the middle of its work, and not by itself: that says nothing of the work yet. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';

  constructor() {
    super('[work beside] "thread": it ended');
  }
}

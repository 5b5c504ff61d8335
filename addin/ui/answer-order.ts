/** One of several questions: whether a later one was answered before it, and that it has been answered itself. */
interface Turn {
  readonly isOld: () => boolean;
  readonly answered: () => void;
}

/** Numbers questions that may be answered in another order than they were asked: the answer to a later one is the newer one. */
export function answerOrder(): () => Turn {
  let [asked, answered] = [0, 0];
  return () => {
    const turn = ++asked;
    return {
      isOld: () => turn < answered,
      answered: () => {
        answered = turn;
      },
    };
  };
}

/**
 * The program of the thread that writes documents; null in sources that nobody has built. The build puts it here
 * (tools/thread-programs.mjs), into a file of its own: it is longer than all else that a server loads at its start.
 */
export const writingProgram: string | null = null;

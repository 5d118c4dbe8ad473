package interleave.run.interpreter;

/**
 * A thread as the interpreter knows it.
 *
 * @param nativeId its number in its own system; 0 when it has not begun
 * @param ident what Python calls it, as locks remember it
 * @param frame where it has its innermost frame ({@link Layout.ThreadFields#frame}), 0 for none
 * @param atEnd the address of a weak reference to the lock that its end releases, or 0
 */
record PyThread(int nativeId, long ident, long frame, long atEnd) {}

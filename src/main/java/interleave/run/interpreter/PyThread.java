package interleave.run.interpreter;

/**
 * A thread as the interpreter knows it.
 *
 * @param nativeId its number in its own system
 * @param ident what Python calls it, as locks remember it
 * @param frame the address of its innermost frame, 0 when it has none
 * @param atEnd the address of a weak reference to the lock that its end releases, or 0
 */
record PyThread(int nativeId, long ident, long frame, long atEnd) {}

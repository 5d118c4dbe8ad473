package interleave.run.interpreter;

/**
 * A thread as the interpreter knows it.
 *
 * @param nativeId its number in its own system; 0 when it has not begun
 * @param ident what Python calls it, as locks remember it
 * @param state the address of what the interpreter knows of it
 * @param atEnd the address of a weak reference to the lock that its end releases, or 0
 */
record PyThread(int nativeId, long ident, long state, long atEnd) {}

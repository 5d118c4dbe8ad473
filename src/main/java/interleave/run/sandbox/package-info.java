/**
 * The sandbox of one run. {@link Bubblewrap} starts a {@link Template} of each interpreter, which a
 * {@link Nursery} has make sandboxes; a {@link WarmPool} keeps some of them ready; and a {@link
 * SandboxedRun} is the life of one program in one of them, with the readers of its output and of
 * its use of the machine.
 */
@NullMarked
package interleave.run.sandbox;

import org.jspecify.annotations.NullMarked;

/**
 * Everything on one machine from one command: starts the fleet server, the bench (simulated reader
 * and board) and one counter's agent, each as a process of its own, watches over them, and can make
 * a sale through the whole chain and compare the wires with the books. In: the command line, the
 * control socket. Out: processes, progress in words, an exit code. Knows the others by their
 * commands, ports and addresses only, and imports nothing of ours.
 */
@NullMarked
package org.assistcounter.scripts.launcher;

import org.jspecify.annotations.NullMarked;

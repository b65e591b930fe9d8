/**
 * A serial cable that is a pseudo-terminal of this machine: a driver opens its device as it would a
 * real port, and a simulator is on the other end. In and out: bytes. Imports the line contract.
 */
@NullMarked
package org.assistcounter.simulators.pty;

import org.jspecify.annotations.NullMarked;

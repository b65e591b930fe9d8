/** The log and the evidence for who wants to check them without trusting us. */
@NullMarked
package org.assistcounter.fleet.evidence.web;

import org.jspecify.annotations.NullMarked;

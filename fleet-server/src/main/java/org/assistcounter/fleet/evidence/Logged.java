package org.assistcounter.fleet.evidence;

import org.assistcounter.protocol.transparency.HeadLeaf;

/** A leaf and its place in the log. */
public record Logged(long index, String tenant, HeadLeaf leaf) {}

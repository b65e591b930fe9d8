package org.assistcounter.fleet.evidence;

import org.assistcounter.protocol.export.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to have exported.
 *
 * @param label only this counter; null: all of the tenant
 * @param sale only this sale of the counter, from the logged head before to the one after; null: by
 *     the range alone
 * @param range what the log took in between; nothing is cut within what it took in at once
 */
public record Selection(
        String tenant, @Nullable String label, @Nullable String sale, Manifest.Range range) {}

package org.assistcounter.fleet.dashboards;

import java.util.List;

/**
 * The page of all cases.
 *
 * @param waiting what somebody has to do
 * @param settled the newest that are through
 */
public record AllCases(List<Rows.Task> waiting, List<Rows.Task> settled) {}

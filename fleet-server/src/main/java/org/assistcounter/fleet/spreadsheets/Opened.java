package org.assistcounter.fleet.spreadsheets;

/** What a file turned out to be. */
public sealed interface Opened permits Table, Unreadable {}

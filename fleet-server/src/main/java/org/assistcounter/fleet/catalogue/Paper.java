package org.assistcounter.fleet.catalogue;

/** A paper that belongs to a product, without its content. */
public record Paper(
        long id, PaperKind kind, String name, String mediaType, long bytes, Step.By by) {}

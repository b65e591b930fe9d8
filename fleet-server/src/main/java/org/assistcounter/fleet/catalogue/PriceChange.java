package org.assistcounter.fleet.catalogue;

/** What a packet costs from a moment on. */
public record PriceChange(RegisteredProduct.Prices prices, Step.By by) {}

package io.guanxi.collect.imports;

/** How much of an import's work is done when each phase ends; the road's phases follow up to 1. */
final class Share {

    static final double READING = 0.1;
    static final double MAPPING = 0.35;

    private Share() {}
}

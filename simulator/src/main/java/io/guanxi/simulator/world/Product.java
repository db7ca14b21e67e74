package io.guanxi.simulator.world;

/**
 * Something the brand sells.
 *
 * @param price in cents of CNY, before any promotion
 * @param view  the properties of a look at it, as a word
 */
record Product(String id, String name, ProductGroup group, long price, int view) {}

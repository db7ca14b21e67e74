/** The invented brand itself: people with hidden traits, groups, products and the days they live through. Knows no server. */
@NullMarked
package io.guanxi.simulator.world;

import org.jspecify.annotations.NullMarked;

/** Audiences beside each other and beside everybody: overlaps and profiles. */
@NullMarked
package io.guanxi.audience.compare;

import org.jspecify.annotations.NullMarked;

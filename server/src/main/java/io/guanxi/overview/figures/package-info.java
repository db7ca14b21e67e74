/** Reads the small tables which the last scoring run has left behind. */
@NullMarked
package io.guanxi.overview.figures;

import org.jspecify.annotations.NullMarked;

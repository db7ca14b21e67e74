/** The module's tables. */
@NullMarked
package io.guanxi.journey.store;

import org.jspecify.annotations.NullMarked;

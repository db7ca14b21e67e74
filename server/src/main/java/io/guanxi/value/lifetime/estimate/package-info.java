/** The mathematics of lifetime value: likelihoods with their gradients, the ascent to their top, and what follows from it. */
@NullMarked
package io.guanxi.value.lifetime.estimate;

import org.jspecify.annotations.NullMarked;

/** Lifetime value: fits of the models, predictions for every buyer, and why. */
@NullMarked
package io.guanxi.value.lifetime;

import org.jspecify.annotations.NullMarked;

/** Trying a model out, on a whole server. */
@NullMarked
package io.guanxi.value.trial;

import org.jspecify.annotations.NullMarked;

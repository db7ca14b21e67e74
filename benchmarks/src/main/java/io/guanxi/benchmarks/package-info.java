/** Measures a running server from outside, beside the bare engines it stands on. */
@NullMarked
package io.guanxi.benchmarks;

import org.jspecify.annotations.NullMarked;

/** The Segment-compatible tracking API. */
@NullMarked
package io.guanxi.collect.tracking;

import org.jspecify.annotations.NullMarked;

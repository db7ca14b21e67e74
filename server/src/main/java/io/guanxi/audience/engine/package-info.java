/** Answers expressions: one query a condition, bitmaps, and a cache between them. */
@NullMarked
package io.guanxi.audience.engine;

import org.jspecify.annotations.NullMarked;

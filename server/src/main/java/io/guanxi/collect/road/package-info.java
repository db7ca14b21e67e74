/** The road from a source to the lake. */
@NullMarked
package io.guanxi.collect.road;

import org.jspecify.annotations.NullMarked;

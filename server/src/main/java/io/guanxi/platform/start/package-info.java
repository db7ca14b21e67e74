/** A start that fails, told to the operator in a line or two instead of a stack trace. */
@NullMarked
package io.guanxi.platform.start;

import org.jspecify.annotations.NullMarked;

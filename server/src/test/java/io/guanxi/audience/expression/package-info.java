@NullMarked
package io.guanxi.audience.expression;

import org.jspecify.annotations.NullMarked;

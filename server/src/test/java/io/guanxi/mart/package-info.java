@NullMarked
package io.guanxi.mart;

import org.jspecify.annotations.NullMarked;

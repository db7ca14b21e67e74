@NullMarked
package io.guanxi.audience.compare;

import org.jspecify.annotations.NullMarked;

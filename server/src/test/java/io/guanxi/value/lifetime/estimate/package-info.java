@NullMarked
package io.guanxi.value.lifetime.estimate;

import org.jspecify.annotations.NullMarked;

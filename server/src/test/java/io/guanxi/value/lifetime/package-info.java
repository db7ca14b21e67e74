@NullMarked
package io.guanxi.value.lifetime;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.guanxi.audience.live;

import org.jspecify.annotations.NullMarked;

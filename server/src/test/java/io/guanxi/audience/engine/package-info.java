@NullMarked
package io.guanxi.audience.engine;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.guanxi.journey.engine;

import org.jspecify.annotations.NullMarked;

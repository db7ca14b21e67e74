@NullMarked
package io.guanxi.journey.saved;

import org.jspecify.annotations.NullMarked;

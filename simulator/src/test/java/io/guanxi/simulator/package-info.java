@NullMarked
package io.guanxi.simulator;

import org.jspecify.annotations.NullMarked;

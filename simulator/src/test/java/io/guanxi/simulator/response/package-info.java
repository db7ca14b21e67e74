@NullMarked
package io.guanxi.simulator.response;

import org.jspecify.annotations.NullMarked;

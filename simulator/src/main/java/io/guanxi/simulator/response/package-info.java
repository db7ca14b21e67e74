/** How people answer what a brand says to them. */
@NullMarked
package io.guanxi.simulator.response;

import org.jspecify.annotations.NullMarked;

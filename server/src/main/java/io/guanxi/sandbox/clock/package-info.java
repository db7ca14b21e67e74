/** The sandbox's clock and who moves it. */
@NullMarked
package io.guanxi.sandbox.clock;

import org.jspecify.annotations.NullMarked;

/** Tries a value model out on the mart without changing anything: previews and calibration. */
@NullMarked
package io.guanxi.value.trial;

import org.jspecify.annotations.NullMarked;

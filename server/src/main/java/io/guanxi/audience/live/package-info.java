/** Saved audiences that stay current: who is in, who entered, who left. */
@NullMarked
package io.guanxi.audience.live;

import org.jspecify.annotations.NullMarked;

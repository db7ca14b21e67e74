/** Audiences that keep tags current. */
@NullMarked
package io.guanxi.audience.tagging;

import org.jspecify.annotations.NullMarked;

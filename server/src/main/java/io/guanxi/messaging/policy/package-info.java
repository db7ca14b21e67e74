/** Who is not to be reached now, and why. */
@NullMarked
package io.guanxi.messaging.policy;

import org.jspecify.annotations.NullMarked;

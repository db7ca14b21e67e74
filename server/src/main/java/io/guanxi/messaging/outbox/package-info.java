/** What waits to be said, is being said, and was said. */
@NullMarked
package io.guanxi.messaging.outbox;

import org.jspecify.annotations.NullMarked;

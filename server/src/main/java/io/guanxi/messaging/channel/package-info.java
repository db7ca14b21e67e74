/** The ways to a member that this server brings itself. */
@NullMarked
package io.guanxi.messaging.channel;

import org.jspecify.annotations.NullMarked;

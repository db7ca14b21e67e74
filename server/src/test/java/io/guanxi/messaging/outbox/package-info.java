@NullMarked
package io.guanxi.messaging.outbox;

import org.jspecify.annotations.NullMarked;

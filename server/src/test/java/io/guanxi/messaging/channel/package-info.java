@NullMarked
package io.guanxi.messaging.channel;

import org.jspecify.annotations.NullMarked;

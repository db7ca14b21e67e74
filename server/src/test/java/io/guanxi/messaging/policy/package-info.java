@NullMarked
package io.guanxi.messaging.policy;

import org.jspecify.annotations.NullMarked;

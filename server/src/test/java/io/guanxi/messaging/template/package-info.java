@NullMarked
package io.guanxi.messaging.template;

import org.jspecify.annotations.NullMarked;

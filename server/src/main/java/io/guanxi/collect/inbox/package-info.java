/** The inbox: acknowledged means durable, once. */
@NullMarked
package io.guanxi.collect.inbox;

import org.jspecify.annotations.NullMarked;

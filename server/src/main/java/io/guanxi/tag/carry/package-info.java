/** Puts tags on members and takes them off, on time. */
@NullMarked
package io.guanxi.tag.carry;

import org.jspecify.annotations.NullMarked;

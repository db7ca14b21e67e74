/** Keys of machines. */
@NullMarked
package io.guanxi.access.keys;

import org.jspecify.annotations.NullMarked;

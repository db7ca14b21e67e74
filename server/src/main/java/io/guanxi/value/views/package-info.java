/** Lists of members as people keep them. */
@NullMarked
package io.guanxi.value.views;

import org.jspecify.annotations.NullMarked;

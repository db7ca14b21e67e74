/** How good tags are: used, fresh, doubled, and whether they separate those who convert from those who do not. */
@NullMarked
package io.guanxi.tag.governance;

import org.jspecify.annotations.NullMarked;

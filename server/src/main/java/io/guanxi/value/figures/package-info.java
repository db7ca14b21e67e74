/** What the last run found of the brand as a whole: the small tables that analysts read. */
@NullMarked
package io.guanxi.value.figures;

import org.jspecify.annotations.NullMarked;

/** Reads what the last scoring run found out about communities. */
@NullMarked
package io.guanxi.community.figures;

import org.jspecify.annotations.NullMarked;

/** Runs: the SQL models, their order, their publication. */
@NullMarked
package io.guanxi.value.scoring;

import org.jspecify.annotations.NullMarked;

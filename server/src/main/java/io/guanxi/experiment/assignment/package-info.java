/** Who is in which arm, and who met it. */
@NullMarked
package io.guanxi.experiment.assignment;

import org.jspecify.annotations.NullMarked;

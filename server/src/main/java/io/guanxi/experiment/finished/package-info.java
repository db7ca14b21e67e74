/** Finished experiments that come as a file. */
@NullMarked
package io.guanxi.experiment.finished;

import org.jspecify.annotations.NullMarked;

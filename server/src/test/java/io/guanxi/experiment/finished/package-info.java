@NullMarked
package io.guanxi.experiment.finished;

import org.jspecify.annotations.NullMarked;

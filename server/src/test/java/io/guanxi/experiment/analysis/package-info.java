@NullMarked
package io.guanxi.experiment.analysis;

import org.jspecify.annotations.NullMarked;

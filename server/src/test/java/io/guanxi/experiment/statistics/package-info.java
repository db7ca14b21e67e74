@NullMarked
package io.guanxi.experiment.statistics;

import org.jspecify.annotations.NullMarked;

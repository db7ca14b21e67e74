@NullMarked
package io.guanxi.experiment.assignment;

import org.jspecify.annotations.NullMarked;

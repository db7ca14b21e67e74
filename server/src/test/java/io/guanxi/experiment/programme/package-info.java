@NullMarked
package io.guanxi.experiment.programme;

import org.jspecify.annotations.NullMarked;

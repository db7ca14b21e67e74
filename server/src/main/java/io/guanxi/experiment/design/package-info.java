/** What an experiment compares, on whom, by which figures. */
@NullMarked
package io.guanxi.experiment.design;

import org.jspecify.annotations.NullMarked;

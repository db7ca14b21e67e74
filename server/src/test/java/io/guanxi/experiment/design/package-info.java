/** What an experiment is judged by. */
@NullMarked
package io.guanxi.experiment.design;

import org.jspecify.annotations.NullMarked;

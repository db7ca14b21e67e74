@NullMarked
package io.guanxi.experiment.report;

import org.jspecify.annotations.NullMarked;

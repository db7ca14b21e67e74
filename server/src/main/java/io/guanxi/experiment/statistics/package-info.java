/** Whether arms differ: pure functions of counts, means and cross-products, finished in Java from what SQL has added up. */
@NullMarked
package io.guanxi.experiment.statistics;

import org.jspecify.annotations.NullMarked;

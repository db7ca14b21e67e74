/** From one row a unit to a report: added up in DuckDB, judged in Java. */
@NullMarked
package io.guanxi.experiment.analysis;

import org.jspecify.annotations.NullMarked;

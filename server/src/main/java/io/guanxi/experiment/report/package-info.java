/** What a report says, as it is kept and shown. */
@NullMarked
package io.guanxi.experiment.report;

import org.jspecify.annotations.NullMarked;

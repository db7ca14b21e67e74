/** Tasks of guides: kept, shown, done. */
@NullMarked
package io.guanxi.workbench.tasks;

import org.jspecify.annotations.NullMarked;

/** The communities' part in every scoring run. */
@NullMarked
package io.guanxi.community.scoring;

import org.jspecify.annotations.NullMarked;

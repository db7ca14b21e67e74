/** Moves instances: claims those that are due, walks them node by node in bulk, and follows events and audiences. */
@NullMarked
package io.guanxi.journey.engine;

import org.jspecify.annotations.NullMarked;

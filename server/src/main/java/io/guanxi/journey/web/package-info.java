/** Journeys by HTTP. */
@NullMarked
package io.guanxi.journey.web;

import org.jspecify.annotations.NullMarked;

/** Journeys as people keep them: drafts, versions, states. */
@NullMarked
package io.guanxi.journey.saved;

import org.jspecify.annotations.NullMarked;

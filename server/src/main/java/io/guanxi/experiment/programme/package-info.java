/** What all that is done to members brings together: by layer, by touchpoint, and over a quarter, against who is held out. */
@NullMarked
package io.guanxi.experiment.programme;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.guanxi.experiment;

import org.jspecify.annotations.NullMarked;

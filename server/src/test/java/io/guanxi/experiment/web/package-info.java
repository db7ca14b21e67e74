@NullMarked
package io.guanxi.experiment.web;

import org.jspecify.annotations.NullMarked;

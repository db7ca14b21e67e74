/** Value models: what is taken and what is refused. */
@NullMarked
package io.guanxi.value.model;

import org.jspecify.annotations.NullMarked;

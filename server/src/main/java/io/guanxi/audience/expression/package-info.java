/** The audience language: its vocabulary, its JSON form, its sentences. */
@NullMarked
package io.guanxi.audience.expression;

import org.jspecify.annotations.NullMarked;

/** The audience language: its vocabulary, its JSON form, its sentences. */
@NullMarked
@NamedInterface("expression")
package io.guanxi.audience.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The event catalogue: which events there are, how many, when, with which properties; and what is arriving now. */
@NullMarked
package io.guanxi.collect.catalogue;

import org.jspecify.annotations.NullMarked;

/** The Guanxi server: a modular monolith, one package a module, in the order in which data flows. */
@NullMarked
package io.guanxi;

import org.jspecify.annotations.NullMarked;

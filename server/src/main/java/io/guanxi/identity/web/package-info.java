/** The module's part of the HTTP interface. */
@NullMarked
package io.guanxi.identity.web;

import org.jspecify.annotations.NullMarked;

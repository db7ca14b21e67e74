/** Communities over HTTP. */
@NullMarked
package io.guanxi.community.web;

import org.jspecify.annotations.NullMarked;

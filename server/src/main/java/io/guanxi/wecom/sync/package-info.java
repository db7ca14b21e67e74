/** Reads everything that WeCom knows, now and then: changes made through its interface fire no callback. */
@NullMarked
package io.guanxi.wecom.sync;

import org.jspecify.annotations.NullMarked;

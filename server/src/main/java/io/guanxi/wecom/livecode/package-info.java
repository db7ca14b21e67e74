/** Live codes: what is done for who comes by one, and how far newcomers get. */
@NullMarked
package io.guanxi.wecom.livecode;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.guanxi.wecom.livecode;

import org.jspecify.annotations.NullMarked;

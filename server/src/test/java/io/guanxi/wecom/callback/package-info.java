@NullMarked
package io.guanxi.wecom.callback;

import org.jspecify.annotations.NullMarked;

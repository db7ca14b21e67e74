@NullMarked
package io.guanxi.wecom.sending;

import org.jspecify.annotations.NullMarked;

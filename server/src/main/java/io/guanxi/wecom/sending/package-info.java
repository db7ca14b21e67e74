/** WeCom as channels of messaging: tasks that employees confirm, and the welcome. */
@NullMarked
package io.guanxi.wecom.sending;

import org.jspecify.annotations.NullMarked;

/** What of WeCom's interface this module uses, in words of its own; WxJava stays in here. */
@NullMarked
package io.guanxi.wecom.client;

import org.jspecify.annotations.NullMarked;

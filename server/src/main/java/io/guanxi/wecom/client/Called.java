package io.guanxi.wecom.client;

import java.io.IOException;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.jspecify.annotations.Nullable;

/** A call by WxJava, whose troubles become ours. */
@FunctionalInterface
interface Called<T> {

    T call() throws WxErrorException, IOException;

    /** Calls; every trouble is a {@link WeComTrouble}. */
    static <T> T of(Called<T> called) {
        try {
            return called.call();
        } catch (WxErrorException e) {
            throw WeComTrouble.answered(
                    e.getError().getErrorCode(), String.valueOf(e.getError().getErrorMsg()), e);
        } catch (WxRuntimeException e) {
            throw ofRuntime(e);
        } catch (IOException | RuntimeException e) {
            throw new WeComTrouble(WeComTrouble.NO_ANSWER, String.valueOf(e.getMessage()), WeComTrouble.Kind.LOST, e);
        }
    }

    /** WxJava wraps what went wrong on the way, and says without a cause that WeCom was busy each time. */
    private static WeComTrouble ofRuntime(WxRuntimeException e) {
        @Nullable Throwable cause = e.getCause();
        while (cause != null) {
            if (cause instanceof WxErrorException answered) {
                return WeComTrouble.answered(
                        answered.getError().getErrorCode(),
                        String.valueOf(answered.getError().getErrorMsg()),
                        e);
            }
            if (cause instanceof IOException) {
                return new WeComTrouble(
                        WeComTrouble.NO_ANSWER, String.valueOf(cause.getMessage()), WeComTrouble.Kind.LOST, e);
            }
            cause = cause.getCause();
        }
        return WeComTrouble.answered(-1, String.valueOf(e.getMessage()), e);
    }
}

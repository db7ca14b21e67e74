package io.guanxi.messaging.receipt;

import io.guanxi.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Bodies of callers who have not shown yet who they are: no more is read of them than a full one has. */
final class Bodies {

    private Bodies() {}

    /**
     * {@return the body of a request}
     *
     * @param request the request
     * @param most bytes
     * @param tooLarge code of the problem where there are more
     * @param brokenOff the problem where it ends before its time
     */
    static byte[] read(HttpServletRequest request, int most, String tooLarge, Supplier<Problem> brokenOff) {
        try {
            byte[] body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                throw new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        tooLarge,
                        "Send at most " + most / 1024 + " KB at once.",
                        List.of());
            }
            return body;
        } catch (IOException e) {
            throw brokenOff.get();
        }
    }
}

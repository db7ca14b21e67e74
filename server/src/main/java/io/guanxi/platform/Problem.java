package io.guanxi.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A refusal the caller can act on; answered as an RFC 9457 problem with a stable code.
 *
 * <p>Thrown where a request ends; inside a module an expected refusal is a value.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<Fault> faults;

    /**
     * One place that is wrong.
     *
     * @param row row or index in the request, from 1, or null
     * @param field which field, or null
     * @param message what is wrong and what to do
     * @param code stable, dotted, by which the console says it in its own words; null where it has none
     * @param values what those words fill in by name, or null
     */
    public record Fault(
            @Nullable Long row,
            @Nullable String field,
            String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String code,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, String> values) {

        /**
         * One that only its message tells.
         *
         * @param row row or index in the request, from 1, or null
         * @param field which field, or null
         * @param message what is wrong and what to do
         */
        public Fault(@Nullable Long row, @Nullable String field, String message) {
            this(row, field, message, null, null);
        }
    }

    /**
     * A problem.
     *
     * @param status the HTTP status
     * @param code stable, dotted, e.g. {@code import.map-invalid}
     * @param detail one sentence: what is wrong, where, and what to do
     * @param faults the single places, may be empty
     */
    public Problem(HttpStatus status, String code, String detail, List<Fault> faults) {
        super(detail);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /**
     * {@return a 400}
     *
     * @param code stable code
     * @param detail one sentence
     */
    public static Problem badRequest(String code, String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, code, detail, List.of());
    }

    /**
     * {@return a 404}
     *
     * @param code stable code
     * @param detail one sentence
     */
    public static Problem notFound(String code, String detail) {
        return new Problem(HttpStatus.NOT_FOUND, code, detail, List.of());
    }

    /**
     * {@return a 409}
     *
     * @param code stable code
     * @param detail one sentence
     */
    public static Problem conflict(String code, String detail) {
        return new Problem(HttpStatus.CONFLICT, code, detail, List.of());
    }

    /** {@return the HTTP status} */
    public HttpStatus status() {
        return status;
    }

    /** {@return the stable code} */
    public String code() {
        return code;
    }

    /** {@return one sentence for people} */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** {@return the single places} */
    public List<Fault> faults() {
        return faults;
    }

    /** {@return this problem as the body of an answer} */
    public ProblemDetail asDetail() {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail());
        body.setType(typeOf(code));
        body.setProperty("code", code);
        if (!faults.isEmpty()) {
            body.setProperty("errors", faults);
        }
        return body;
    }

    static URI typeOf(String code) {
        return URI.create("urn:guanxi:problem:" + code);
    }
}

package io.guanxi.access.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/openapi.json} says above the calls: title, version, ways to authenticate. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final String BASIC = "basic";
    private static final String COOKIE = "cookie";

    @Bean
    OpenAPI description() {
        String version = Optional.ofNullable(ApiDescription.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new OpenAPI()
                .info(new Info()
                        .title("Guanxi")
                        .version(version)
                        .description(
                                "Operations of a brand's private domain. Errors are RFC 9457 problems with a stable code.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .description("An API key"))
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BASIC)
                                        .description("/v1 only: a write key as user name, empty password"))
                        .addSecuritySchemes(
                                COOKIE,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name(SessionCookies.SESSION)
                                        .description(
                                                "The console's session; writes repeat XSRF-TOKEN as X-XSRF-TOKEN")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .addSecurityItem(new SecurityRequirement().addList(COOKIE));
    }

    /** The tracking API has its own key. */
    @Bean
    OpenApiCustomizer trackingTakesAWriteKey() {
        List<SecurityRequirement> writeKey = List.of(new SecurityRequirement().addList(BASIC));
        return description -> description.getPaths().forEach((path, calls) -> {
            if (path.startsWith("/v1/")) {
                calls.readOperations().forEach(call -> call.setSecurity(writeKey));
            }
        });
    }
}

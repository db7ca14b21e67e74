package io.guanxi.value.lifetime;

import io.guanxi.access.Audit;
import io.guanxi.identity.Identities;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.guanxi.value.figures.BrandFigures;
import io.guanxi.value.lifetime.LifetimeFigures.OtherCurrency;
import io.guanxi.value.lifetime.LifetimeFigures.Tenth;
import io.guanxi.value.lifetime.LifetimeFigures.ToCome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The lifetime models, how well they fit, and what they expect. */
@RestController
@RequestMapping("/api")
@Tag(name = "Lifetime value")
class LifetimeController {

    private static final int MOST = 200;

    private final FitBook fits;
    private final LifetimeFigures figures;
    private final LifetimeExplanations explanations;
    private final BrandFigures brandFigures;
    private final Identities identities;
    private final Audit audit;
    private final Brand brand;

    LifetimeController(
            FitBook fits,
            LifetimeFigures figures,
            LifetimeExplanations explanations,
            BrandFigures brandFigures,
            Identities identities,
            Audit audit,
            Brand brand) {
        this.fits = fits;
        this.figures = figures;
        this.explanations = explanations;
        this.brandFigures = brandFigures;
        this.identities = identities;
        this.audit = audit;
        this.brand = brand;
    }

    /**
     * Everything of the lifetime models.
     *
     * @param asOf the day of the predictions, or null before the first run
     * @param currency of all money
     * @param version of the model by which members are predicted, or null
     * @param inForce the fit with that model, or null
     * @param latest the fit asked for last, whatever its state, or null
     * @param all what is to come of all buyers, or null
     * @param stages the same by AIPL stage
     * @param layers the same by relationship layer
     * @param alive buyers by their probability of being still there
     * @param otherCurrencies orders whose money is in no spend, since it is in another currency; empty where there are none
     */
    record Lifetime(
            @Nullable LocalDate asOf,
            String currency,
            @Nullable Integer version,
            @Nullable LifetimeFit inForce,
            @Nullable LifetimeFit latest,
            @Nullable ToCome all,
            List<ToCome> stages,
            List<ToCome> layers,
            List<Tenth> alive,
            List<OtherCurrency> otherCurrencies) {}

    @GetMapping("/lifetime")
    @Operation(summary = "The lifetime model in force, how well it fits, and what it expects of all buyers")
    Lifetime lifetime() {
        return new Lifetime(
                brandFigures.asOf().orElse(null),
                brand.currency().getCurrencyCode(),
                figures.version().orElse(null),
                fits.inForce().orElse(null),
                fits.latest().orElse(null),
                figures.all().orElse(null),
                figures.stages(),
                figures.layers(),
                figures.tenths(),
                figures.otherCurrencies());
    }

    @PostMapping("/lifetime/fits")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Fit the lifetime models to what is known on the day of the figures shown")
    LifetimeFit fit() {
        return fits.start();
    }

    @GetMapping("/lifetime/fits")
    @Operation(summary = "Fits, the latest first")
    Page<LifetimeFit> page(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable Long cursor) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "request.invalid",
                    "limit is " + limit + "; it must be from 1 to " + MOST + ".",
                    List.of(new Problem.Fault(null, "limit", "must be from 1 to " + MOST)));
        }
        return fits.page(cursor, limit);
    }

    @GetMapping("/lifetime/fits/{id}")
    @Operation(summary = "A fit, with its progress or what it found")
    LifetimeFit fit(@PathVariable long id) {
        return fits.find(id);
    }

    @PostMapping("/lifetime/fits/{id}/cancel")
    @Operation(summary = "Stop a fit that waits or runs")
    LifetimeFit cancel(@PathVariable long id) {
        return fits.cancel(id);
    }

    @GetMapping("/members/{no}/lifetime")
    @Operation(summary = "Why a member is expected to order and spend so much")
    LifetimeExplanation explain(@PathVariable int no) {
        int live = identities
                .survivorOf(no)
                .orElseThrow(
                        () -> Problem.notFound("member.unknown", "There is no member with the number " + no + "."));
        audit.viewed("member:" + live);
        return explanations.of(live);
    }
}

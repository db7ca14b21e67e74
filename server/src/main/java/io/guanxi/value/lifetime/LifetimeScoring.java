package io.guanxi.value.lifetime;

import io.guanxi.value.ScoringContext;
import io.guanxi.value.ScoringStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Predicts, in every run, by the lifetime model in force; without one nobody is predicted. */
@Component
class LifetimeScoring implements ScoringStep {

    private static final int ORDER = 50;

    private final FitStore fits;

    LifetimeScoring(FitStore fits) {
        this.fits = fits;
    }

    @Override
    public String name() {
        return "lifetime";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void run(ScoringContext context) {
        context.make("lifetime_case");
        Optional<LifetimeFit> inForce = fits.inForce();
        LifetimePrediction.lay(
                context.sql(),
                inForce.map(LifetimeFit::found).orElse(null),
                inForce.map(LifetimeFit::version).orElse(null),
                context::parameter);
        context.make("member_lifetime", "lifetime_class");
    }
}

package io.guanxi.value.lifetime.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The figures printed in the papers and their notes, to the printed digits. */
class PublishedFiguresTest {

    private final Fitting fitting = new Fitting(step -> {});

    @Test
    void bgNbdFitsCdnowAsPublished() {
        Fit.Found<OrderModel> fit = found(fitting.orders(OrderModel.Kind.BG_NBD, Cdnow.groups()));

        BgNbd model = (BgNbd) fit.model();
        assertThat(model.r()).isCloseTo(0.2426, within(0.00005));
        assertThat(model.alpha()).isCloseTo(4.4136, within(0.00005));
        assertThat(model.a()).isCloseTo(0.7929, within(0.00005));
        assertThat(model.b()).isCloseTo(2.4259, within(0.00005));
        assertThat(fit.logLikelihood()).isCloseTo(-9582.43, within(0.005));
        assertThat(fit.agreeing()).isEqualTo(fit.starts());
    }

    @Test
    void bgNbdExpectsOfOneCustomerWhatWasPublished() {
        Fit.Found<OrderModel> fit = found(fitting.orders(OrderModel.Kind.BG_NBD, Cdnow.groups()));

        assertThat(fit.model().expected(2, 30.43, 38.86, 39)).isCloseTo(1.226, within(0.0005));
    }

    @Test
    void paretoNbdFitsCdnowAsPublished() {
        Fit.Found<OrderModel> fit = found(fitting.orders(OrderModel.Kind.PARETO_NBD, Cdnow.groups()));

        ParetoNbd model = (ParetoNbd) fit.model();
        assertThat(model.r()).isCloseTo(0.553, within(0.0005));
        assertThat(model.alpha()).isCloseTo(10.578, within(0.0005));
        assertThat(model.s()).isCloseTo(0.606, within(0.0005));
        assertThat(model.beta()).isCloseTo(11.669, within(0.0005));
        assertThat(fit.logLikelihood()).isCloseTo(-9594.98, within(0.005));
        assertThat(fit.agreeing()).isEqualTo(fit.starts());
    }

    @Test
    void gammaGammaFitsTheSpendOfCdnowAsPublished() {
        Fit.Found<SpendModel> fit = found(fitting.spend(Cdnow.spend()));

        assertThat(fit.model().p()).isCloseTo(6.25, within(0.005));
        assertThat(fit.model().q()).isCloseTo(3.74, within(0.005));
        // The top lies at v = 15.4477, of which the note prints the first two digits; to the sixth digit of the
        // likelihood it is level
        // from there to 15.44.
        assertThat(Math.floor(fit.model().v() * 100) / 100).isEqualTo(15.44);
        assertThat(fit.logLikelihood()).isCloseTo(-4055.92, within(0.005));
    }

    private static <M> Fit.Found<M> found(Fit<M> fit) {
        assertThat(fit).isInstanceOf(Fit.Found.class);
        return (Fit.Found<M>) fit;
    }
}

package io.guanxi.value;

/** The value model by which what is shown was scored. */
public interface ShownValueModel {

    /** {@return the model of the last run that was done; the one in force, where none was} */
    ValueModel get();
}

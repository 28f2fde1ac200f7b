package org.yiti.detect;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Several detectors of the same reports as one, so that a key has one timeline and keeps its reports once. */
public final class Together<E> implements Detector<E, Object[]> {

    private final Detector<E, Object>[] all;
    private final String name;

    @SafeVarargs
    @SuppressWarnings("unchecked")
    public Together(Detector<E, ?>... all) {
        this.all = (Detector<E, Object>[]) all.clone();
        this.name = List.of(all).stream().map(Detector::name).collect(Collectors.joining("+"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        var version = 0;
        for (var detector : all) {
            version = 31 * version + detector.version();
        }
        return version;
    }

    @Override
    public Object[] start(String key) {
        var states = new Object[all.length];
        for (var i = 0; i < all.length; i++) {
            states[i] = all[i].start(key);
        }
        return states;
    }

    @Override
    public Object[] next(Object[] states, E report, Consumer<Fact> settled) {
        for (var i = 0; i < all.length; i++) {
            states[i] = all[i].next(states[i], report, settled);
        }
        return states;
    }

    @Override
    public void open(Object[] states, long asOf, Consumer<Fact> open) {
        for (var i = 0; i < all.length; i++) {
            all[i].open(states[i], asOf, open);
        }
    }

    @Override
    public void write(Object[] states, ByteSink to) {
        for (var i = 0; i < all.length; i++) {
            all[i].write(states[i], to);
        }
    }

    @Override
    public Object[] read(ByteSource from) {
        var states = new Object[all.length];
        for (var i = 0; i < all.length; i++) {
            states[i] = all[i].read(from);
        }
        return states;
    }
}

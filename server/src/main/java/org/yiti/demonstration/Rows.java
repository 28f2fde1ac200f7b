package org.yiti.demonstration;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row is a record whose component names are the column names of its ledger. */
final class Rows {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Looked up once a kind: there are hundreds of thousands of rows. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> kind) {
            return kind.getRecordComponents();
        }
    };

    private static final ClassValue<RecordComponent[]> CELLS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> kind) {
            return Arrays.stream(kind.getRecordComponents())
                    .filter(component -> !component.isAnnotationPresent(Beside.class))
                    .toArray(RecordComponent[]::new);
        }
    };

    private Rows() {}

    static List<String> columns(Class<? extends Record> kind) {
        return Arrays.stream(CELLS.get(kind)).map(RecordComponent::getName).toList();
    }

    static @Nullable String[] cells(Record row) {
        RecordComponent[] components = CELLS.get(row.getClass());
        @Nullable String[] cells = new String[components.length];
        for (int i = 0; i < components.length; i++) {
            cells[i] = text(value(row, components[i]));
        }
        return cells;
    }

    static <R extends Record> R with(R row, @Nullable Object... namesAndValues) {
        RecordComponent[] components = COMPONENTS.get(row.getClass());
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(row, components[i]);
        }
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values[names.indexOf((String) namesAndValues[i])] = namesAndValues[i + 1];
        }
        return made(row, components, values);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R made(R row, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> canonical = (Constructor<R>) row.getClass().getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static @Nullable Object value(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Double number) {
            String plain = BigDecimal.valueOf(number).toPlainString();
            return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
        }
        if (value instanceof LocalDateTime time) {
            return MINUTE.format(time);
        }
        return value.toString();
    }

    static double rounded(double value, int scale) {
        double power = Math.pow(10, scale);
        return Math.round(value * power) / power;
    }
}

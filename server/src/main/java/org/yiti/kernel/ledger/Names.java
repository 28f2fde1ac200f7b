package org.yiti.kernel.ledger;

/** camelCase of the API and snake_case of the database, the same words. */
public final class Names {

    private Names() {}

    public static String snake(String camel) {
        var s = new StringBuilder();
        for (var c : camel.toCharArray()) {
            if (Character.isUpperCase(c)) {
                s.append('_').append(Character.toLowerCase(c));
            } else {
                s.append(c);
            }
        }
        return s.toString();
    }

    public static String camel(String snake) {
        var s = new StringBuilder();
        var up = false;
        for (var c : snake.toCharArray()) {
            if (c == '_') {
                up = true;
            } else {
                s.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return s.toString();
    }
}

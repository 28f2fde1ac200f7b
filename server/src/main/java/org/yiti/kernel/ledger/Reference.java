package org.yiti.kernel.ledger;

import java.util.List;

/**
 * A row of this ledger points at a row of another.
 *
 * @param name such as {@code building}; stored in {@code building_id}
 * @param ledger the other ledger, schema.table
 * @param by the columns of this ledger that give the other's key, in the order of its key
 * @param required must point somewhere
 */
public record Reference(String name, String ledger, List<String> by, boolean required) {

    public String db() {
        return Names.snake(name) + "_id";
    }

    /** The name of the id in the API, such as {@code buildingId}. */
    public String idName() {
        return name + "Id";
    }
}

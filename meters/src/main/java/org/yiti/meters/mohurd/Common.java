package org.yiti.meters.mohurd;

/** Who speaks: the building, and the collector in it. */
public record Common(String building, String gateway) {

    static Common read(Node root) {
        var common = root.child("common").orElseThrow(() -> Node.unfit("common"));
        var building = common.textOf("building_id");
        return new Common(building.isEmpty() ? common.need("project_id") : building, common.need("gateway_id"));
    }

    Node node(String type) {
        return Node.of(
                "common",
                Node.text("building_id", building),
                Node.text("gateway_id", gateway),
                Node.text("type", type));
    }
}

package org.yiti.meters.mohurd;

/**
 * Who speaks: the building, and the collector in it.
 *
 * @param project whether the building is called a project, as in the demonstration system of renewable energy
 */
public record Common(String building, String gateway, boolean project) {

    public Common(String building, String gateway) {
        this(building, gateway, false);
    }

    static Common read(Node root) {
        var common = root.child("common").orElseThrow(() -> Node.unfit("common"));
        var building = common.textOf("building_id");
        return building.isEmpty()
                ? new Common(common.need("project_id"), common.need("gateway_id"), true)
                : new Common(building, common.need("gateway_id"));
    }

    Node node(String type) {
        return Node.of(
                "common",
                Node.text(project ? "project_id" : "building_id", building),
                Node.text("gateway_id", gateway),
                Node.text("type", type));
    }
}

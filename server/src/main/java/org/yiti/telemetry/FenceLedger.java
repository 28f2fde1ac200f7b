package org.yiti.telemetry;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Ledger;

/** Areas somebody wants to know of: a circle, or an outline. */
final class FenceLedger {

    private static final int LONGEST_BOUNDARY = 4_000;
    private static final int LEAST_METRES = 20;
    private static final int MOST_METRES = 50_000;

    private FenceLedger() {}

    static Ledger fences() {
        return Ledger.of("telemetry.fence", "fences", "电子围栏", "Fences")
                .ofInstitution()
                .records("fence", "name")
                .columns(
                        text("name", "围栏名称", "Fence", L2).needed().upTo(60).sorted(),
                        via("institution", "code", "institutionCode", "单位编码", "Institution code")
                                .needed()
                                .tucked(),
                        via("institution", "name", "institutionName", "单位名称", "Institution"),
                        code("kind", "fence-kind", "围栏类型", "Kind", L2).needed(),
                        yesNo("coversBelow", "适用于辖区内全部车辆", "Covers all below", L2),
                        decimal("longitude", "圆心经度", "Longitude of the centre", "°", 6, L2)
                                .within(-180, 180),
                        decimal("latitude", "圆心纬度", "Latitude of the centre", "°", 6, L2)
                                .within(-90, 90),
                        integer("radius", "半径米数", "Radius in metres", L2).within(LEAST_METRES, MOST_METRES),
                        text("boundary", "边界", "Outline", L2)
                                .upTo(LONGEST_BOUNDARY)
                                .formed(new OutlineFormat())
                                .noted(
                                        "顶点写作“经度 纬度”，以分号分隔，至少三个；填了边界就不填圆心和半径",
                                        "corners as “longitude latitude”, parted by semicolons, three at least; instead of a centre and a radius")
                                .tucked(),
                        date("startsOn", "启用日期", "From", L2),
                        date("endsOn", "停用日期", "Until", L2))
                .keyedBy("name")
                .checks(
                        Check.order("startsOn", "endsOn"),
                        new Check(
                                "radius",
                                true,
                                "num_nonnulls(w.longitude, w.latitude, w.radius) <> case when w.boundary is null then 3 else 0 end",
                                new Label(
                                        "填写圆心经度、纬度和半径，或者只填写边界",
                                        "has a centre with longitude, latitude and radius, or an outline alone")));
    }
}

package org.yiti.hostile;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.yiti.RunningServer;
import tools.jackson.databind.json.JsonMapper;

/** A house with one of some things, so that there is something to ask about. */
final class Planting {

    private static final String ROWS = """
            organization/divisions code=970900 name=试探市 level=市级
            organization/institutions code=H-1 name=试探局 kind=政府机关 level=市级 divisionCode=970900
            premises/sites code=H-S name=试探院 institutionCode=H-1
            premises/buildings code=H-B name=试探楼 siteCode=H-S institutionCode=H-1 acquisition=自有 titleStatus=办理中 buildingArea=3000 storeys=3
            premises/floors buildingCode=H-B number=1
            premises/rooms buildingCode=H-B floorNumber=1 number=101 institutionCode=H-1 usableArea=20 use=办公室
            energy/meters code=H-M name=总表 institutionCode=H-1 energyKind=电 level=总表
            fleet/vehicles plate=宁A97091 markStatus=已标识 institutionCode=H-1 type=其他按规定配备的公务用车 body=轿车 energy=汽油 acquisition=购置 status=在用
            """;

    private Planting() {}

    static Map<String, UUID> of(RunningServer server) throws Exception {
        var ids = new HashMap<String, UUID>();
        for (var row : ROWS.lines().toList()) {
            var words = row.split(" ");
            var cells = new HashMap<String, String>();
            for (var i = 1; i < words.length; i++) {
                var cell = words[i].split("=");
                cells.put(cell[0], cell[1]);
            }
            var answer = server.post("/api/" + words[0], JsonMapper.shared().writeValueAsString(cells));
            if (answer.statusCode() != 201) {
                throw new AssertionError(row + " " + answer.body());
            }
            ids.put(
                    words[0],
                    UUID.fromString(JsonMapper.shared()
                            .readTree(answer.body())
                            .path("id")
                            .asString()));
        }
        return ids;
    }

    static UUID id(Map<String, UUID> rows, String path) {
        return rows.entrySet().stream()
                .filter(row -> path.startsWith("/api/" + row.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> path.startsWith("/api/objects/") ? rows.get("premises/rooms") : new UUID(1, 1));
    }
}

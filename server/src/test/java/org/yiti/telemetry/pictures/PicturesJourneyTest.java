package org.yiti.telemetry.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.identity.Role;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.BatchStore;
import org.yiti.telemetry.track.Saying;

/** What cameras took, as whoever may see tracks sees it, and nobody else. */
class PicturesJourneyTest extends Journey {

    private static final int LAT = 30_287_459;
    private static final int LON = 120_153_576;
    private static final byte[] TAKEN = {0x26, 0x03, 0x09, 0x08, 0x15, 0x30};

    private static UUID office;
    private static UUID other;
    private static int phones = 1_390_000;
    private static int serials;

    @Autowired
    private BatchStore store;

    @BeforeEach
    void twoInstitutions() {
        if (office != null) {
            return;
        }
        add("organization/divisions", Map.of("code", "972940", "name", "照片市", "level", "市级"));
        office = institution("PI-1", "照片市人民政府");
        other = institution("PI-2", "照片市档案馆");
    }

    private UUID institution(String code, String name) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", "972940"));
    }

    private record Fitted(UUID id, int number) {
        String pictures() {
            return "/api/telemetry/terminals/" + id + "/pictures";
        }
    }

    private Fitted terminal() {
        var id = add("telemetry/terminals", Map.of("phone", String.valueOf(++phones), "institutionCode", "PI-1"));
        return new Fitted(
                id,
                database.sql("select number from telemetry.terminal where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single());
    }

    private static byte[] jpeg(int seed, int bytes) {
        var data = new byte[bytes];
        new Random(seed).nextBytes(data);
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 0, data, 0, 3);
        return data;
    }

    private static byte[] event(int id) {
        return ByteBuffer.allocate(8).putInt(id).put(new byte[] {0, 0, 4, 2}).array();
    }

    private static byte[] location(int status) {
        return ByteBuffer.allocate(28)
                .putInt(0)
                .putInt(status)
                .putInt(LAT)
                .putInt(LON)
                .putShort((short) 10)
                .putInt(0)
                .put(TAKEN)
                .array();
    }

    private static byte[] part(int total, int number) {
        return ByteBuffer.allocate(8).putInt(total).putInt(number).array();
    }

    private static byte[] joined(byte[]... pieces) {
        var whole = new ByteArrayOutputStream();
        Arrays.stream(pieces).forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private void said(Fitted terminal, String edition, byte[]... pieces) {
        store.store(List.of(Batch.of(new Saying(terminal.number(), 0x0801, ++serials, edition, joined(pieces)))));
    }

    private List<Map<String, Object>> seen(Fitted terminal) {
        return list(get(officer(office), terminal.pictures()));
    }

    private byte[] content(Fitted terminal, Object picture) {
        var answer = get(officer(office), terminal.pictures() + "/" + picture);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    @Test
    void aPictureIsShownWithItsTimeAndPlaceAndItIsKeptWhoLooked() {
        var car = terminal();
        said(car, "2019", event(7), location(3), jpeg(1, 5000));

        var taken = seen(car);

        assertThat(taken)
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("at", "2026-03-09T00:15:30Z")
                        .containsEntry("latitude", LAT / 1e6)
                        .containsEntry("longitude", LON / 1e6)
                        .containsEntry("channel", 2)
                        .containsEntry("event", 4)
                        .containsEntry("bytes", 5000)
                        .containsEntry("shown", true));
        var answer = get(officer(office), car.pictures() + "/" + taken.get(0).get("id"));
        assertThat(answer).hasStatusOk().hasHeader("Content-Type", "image/jpeg");
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(jpeg(1, 5000));
        assertThat(database.sql(
                                "select action from safeguard.entry where object_id = ? and action like 'picture.%' order by seq")
                        .param(car.id())
                        .query(String.class)
                        .list())
                .containsExactly("picture.listed", "picture.read");
    }

    @Test
    void whoeverMayNotSeeTracksSeesNoPicture() {
        var car = terminal();
        said(car, "2019", event(7), location(3), jpeg(2, 300));
        var picture = seen(car).get(0).get("id");
        var reader = new Account(
                "reader",
                "持部分权限的人",
                Role.OFFICER,
                office,
                false,
                Rights.of(Purpose.DAILY, null, List.of(new Rights.Held(Set.of(Permission.READ), office))));

        assertThat(get(reader, car.pictures())).hasStatus(403);
        assertThat(get(reader, car.pictures() + "/" + picture)).hasStatus(403);
        assertThat(get(officer(other), car.pictures())).hasStatus(404);
        assertThat(get(officer(other), car.pictures() + "/" + picture)).hasStatus(404);
        assertThat(get(officer(office), terminal().pictures() + "/" + picture)).hasStatus(404);
    }

    @Test
    void aPlaceThatIsNotTheTerminalsOwnIsNotTold() {
        var car = terminal();
        said(car, "2013", event(8), location(1), jpeg(3, 300));

        assertThat(seen(car))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("latitude", null)
                        .containsEntry("longitude", null)
                        .containsEntry("at", "2026-03-09T00:15:30Z"));
    }

    @Test
    void whatOnlySaysThatItIsAPictureIsSavedAndNotShown() {
        var car = terminal();
        said(car, "2013", event(9), location(3), "<script>alert(1)</script>".getBytes());
        var picture = seen(car).get(0);

        var answer = get(officer(office), car.pictures() + "/" + picture.get("id"));

        assertThat(picture).containsEntry("shown", false);
        assertThat(answer).hasHeader("Content-Type", "application/octet-stream");
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void partsOf2011ArePutTogetherInTheirOrder() {
        var car = terminal();
        var whole = jpeg(4, 250);
        said(car, "2011", event(10), part(3, 2), Arrays.copyOfRange(whole, 100, 200));
        said(car, "2011", event(10), part(3, 1), Arrays.copyOfRange(whole, 0, 100));
        assertThat(seen(car)).isEmpty();
        said(car, "2011", event(10), part(3, 3), Arrays.copyOfRange(whole, 200, 250));
        // The same number again is another picture.
        var second = jpeg(5, 200);
        for (var number = 1; number <= 2; number++) {
            said(car, "2011", event(11), part(2, number), Arrays.copyOfRange(second, number * 100 - 100, number * 100));
        }

        var taken = seen(car);

        assertThat(taken).hasSize(2).allSatisfy(one -> assertThat(one).containsEntry("shown", true));
        assertThat(taken.get(0)).containsEntry("bytes", 200);
        assertThat(content(car, taken.get(0).get("id"))).isEqualTo(second);
        assertThat(content(car, taken.get(1).get("id"))).isEqualTo(whole);
    }
}

package org.yiti.safeguard.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.yiti.kernel.file.ChunkCipher;
import org.yiti.kernel.file.ChunkTable;
import org.yiti.kernel.file.Chunks;
import org.yiti.workbook.ImportJourney;

/** What people hand in holds as it is what ledgers keep encrypted. */
@TestPropertySource(properties = {"yiti.of=SealedFilesJourneyTest", "yiti.rotation-pause=1d"})
class SealedFilesJourneyTest extends ImportJourney {

    private static final ChunkTable FILES = new ChunkTable("workbook.import_chunk", "import_id");
    private static final String TELEPHONE = "13912340987";

    @Autowired
    private ChunkCipher cipher;

    @Autowired
    private RotateFiles rotate;

    @Autowired
    private DataKeys keys;

    private UUID handedIn() throws InterruptedException {
        var id = upload(ADMINISTRATOR, "人.csv", ("姓名,手机号码\n令狐冲," + TELEPHONE + "\n").getBytes(UTF_8));
        rested(id);
        // Of a file that nothing can come of nothing is kept: put there what was.
        files().remove(id);
        try {
            files().write(id, new ByteArrayInputStream(("令狐冲," + TELEPHONE).getBytes(UTF_8)));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return id;
    }

    private Chunks files() {
        return new Chunks(database, FILES, cipher);
    }

    private String read(UUID id) throws IOException {
        var out = new ByteArrayOutputStream();
        files().read(id, out);
        return out.toString(UTF_8);
    }

    private ChunkCipher.Kept kept(UUID id) {
        return database.sql("select key, bytes from workbook.import_chunk where import_id = :id")
                .param("id", id)
                .query(ChunkCipher.Kept.class)
                .single();
    }

    private void keep(UUID id, ChunkCipher.Kept kept) {
        database.sql("update workbook.import_chunk set key = :key, bytes = :bytes where import_id = :id")
                .param("id", id)
                .param("key", kept.key())
                .param("bytes", kept.bytes())
                .update();
    }

    @Test
    void aFileThatWasHandedInIsNotReadInTheDatabase() throws Exception {
        var id = upload(ADMINISTRATOR, "区划.csv", "区划代码,区划名称,级别\n970277,封文件市,市级\n".getBytes(UTF_8));
        assertThat(rested(id)).containsEntry("state", "CHECKED");

        assertThat(new String(kept(id).bytes(), UTF_8)).doesNotContain("封文件市").doesNotContain("970277");
        assertThat(read(id)).contains("封文件市");
    }

    @Test
    void aPieceThatWasPutIntoAnotherFileIsNotOpened() throws Exception {
        var one = handedIn();
        var other = handedIn();
        keep(other, kept(one));

        assertThatThrownBy(() -> read(other)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void aPieceThatWasAlteredIsNotOpened() throws Exception {
        var id = handedIn();
        var kept = kept(id);
        kept.bytes()[kept.bytes().length - 1] ^= 1;
        keep(id, kept);

        assertThatThrownBy(() -> read(id)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void whatWasKeptBeforeIsEncryptedAndUnderANewKeyEverythingIsAnew() throws Exception {
        database.sql("delete from workbook.import_chunk").update();
        database.sql("delete from safeguard.sealed_place").update();
        var before = handedIn();
        var plain = ("令狐冲," + TELEPHONE).getBytes(UTF_8);
        keep(before, new ChunkCipher.Kept(null, plain));
        var broken = handedIn();
        var cut = kept(broken).bytes();
        keep(broken, new ChunkCipher.Kept(kept(broken).key(), new byte[] {cut[0]}));
        assertThat(read(before)).contains(TELEPHONE);

        rotate.run();
        assertThat(new String(kept(before).bytes(), UTF_8)).doesNotContain(TELEPHONE);
        assertThat(read(before)).contains(TELEPHONE);

        var key = keys.makeNew();
        assertThat(rotate.left()).isPositive();
        rotate.run();
        assertThat(kept(before).key()).endsWith("." + key);
        assertThat(read(before)).contains(TELEPHONE);
        // what cannot be opened is left, and keeps nothing else
        assertThat(rotate.left()).isEqualTo(1);
        files().remove(broken);

        keep(before, new ChunkCipher.Kept(null, plain));
        assertThatThrownBy(() -> read(before)).as("put there afterwards").isInstanceOf(CannotOpen.class);
        files().remove(before);
    }

    @Test
    void theSecretOfAFileGoesWithIt() throws Exception {
        var id = handedIn();
        var copy = kept(id);

        files().remove(id);

        assertThat(List.of(copy))
                .allSatisfy(piece -> assertThatThrownBy(() -> cipher.open(FILES, id, 0, piece))
                        .isInstanceOf(CannotOpen.class));
    }
}

package org.yiti.simulator.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yiti.jt808.media.MediaData;
import org.yiti.jt808.media.Shot;
import org.yiti.simulator.track.Fix;

class CameraTest {

    private static final Report HERE =
            new Report(1_795_824_000, new Fix(30_100_000, 113_200_000, 360, 90, 0, true), 1000, 400);

    private final Camera camera = new Camera();

    private static Shot shot(int command) {
        return new Shot(2, command, 0, 0, 1, 5, 128, 64, 64, 128);
    }

    @Test
    void asManyPicturesAreTakenAsAreAskedForEachUnderANumberOfItsOwn() throws IOException {
        var taken = camera.take(shot(2), HERE);
        var more = camera.take(shot(1), HERE);

        assertThat(taken).extracting(one -> one.event().id()).containsExactly(1L, 2L);
        assertThat(more).extracting(one -> one.event().id()).containsExactly(3L);
        assertThat(Camera.reply(9, taken).ids()).containsExactly(1L, 2L);
        assertThat(taken).allSatisfy(one -> assertThat(one.event().channel()).isEqualTo(2));
        for (var one : taken) {
            var image = ImageIO.read(new ByteArrayInputStream(one.data().toArray()));
            assertThat(image.getWidth()).isEqualTo(320);
        }
        assertThat(taken).extracting(MediaData::data).doesNotHaveDuplicates();
    }

    @Test
    void aFilmIsAFewPictures() {
        assertThat(camera.take(shot(0xffff), HERE)).hasSize(5);
    }
}

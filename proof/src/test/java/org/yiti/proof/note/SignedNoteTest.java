package org.yiti.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;
import org.yiti.proof.SeededRandom;
import org.yiti.proof.TestLog;

class SignedNoteTest {

    // The examples of C2SP signed-note and of Go's golang.org/x/mod/sumdb/note.
    private static final String SPEC_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String SPEC_NOTE = "This is an example message.\n\n"
            + "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String GO_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String GO_TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String GO_LINE =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private final VerifierKey spec = VerifierKey.parse(SPEC_KEY);

    @Test
    void notesOfTheSpecificationAndOfGoAreSigned() {
        assertThat(note(SPEC_NOTE).signers(List.of(spec))).containsExactly(spec);
        var go = VerifierKey.parse(GO_KEY);
        assertThat(note(GO_TEXT + "\n" + GO_LINE).signers(List.of(go, spec))).containsExactly(go);
    }

    @Test
    void weSignAsGoDoes() {
        var key = SigningKey.parse(List.of(GO_SECRET, GO_KEY), new SeededRandom(0));

        assertThat(key.sign(GO_TEXT, TestLog.DAY).line()).isEqualTo(GO_LINE);
    }

    @Test
    void aNoteIsWrittenAsItWasRead() {
        assertThat(note(SPEC_NOTE).bytes()).isEqualTo(SPEC_NOTE.getBytes(UTF_8));
    }

    @Test
    void anotherTextIsNotSigned() {
        var altered = note(SPEC_NOTE.replace("message", "massage"));

        Refuses.with(Refusal.SIGNATURE_WRONG, () -> altered.signers(List.of(spec)));
    }

    @Test
    void signaturesOfUnknownKeysArePassedOver() {
        var go = VerifierKey.parse(GO_KEY);
        var wrongForGo = note(SPEC_NOTE + GO_LINE);

        assertThat(wrongForGo.signers(List.of(spec))).containsExactly(spec);
        Refuses.with(Refusal.SIGNATURE_WRONG, () -> wrongForGo.signers(List.of(spec, go)));
    }

    @Test
    void aKnownNameWithAnotherKeyIsUnknown() {
        var swapped = SigningKey.generate("example.com/foo", Scheme.ED25519, new SeededRandom(5));
        var text = "This is an example message.\n";
        var forged = new Note(text, List.of(swapped.sign(text, TestLog.DAY)));

        assertThat(forged.signers(List.of(spec))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n\n",
                "text\n\n— name\n",
                "text\n\n— name AAAAAAA=",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— na+me AAAAAAA=\n",
                "text\n\n— na me AAAAAAA=\n",
                "text\n\n— na\u3000me AAAAAAA=\n",
                "text\n\n— name AAAAAAA\n",
                "text\n\n— name AAAAAAB=\n",
                "text\n\n— name AAAA\n",
                "text\n\n— name AAAAAA==\n",
                "te\rxt\n\n— name AAAAAAA=\n",
                "te\u0000xt\n\n— name AAAAAAA=\n",
                "text\n\n— name AAAAAAA=\n\n",
                "text\n\n— name AAAAAAA=\nmore\n"
            })
    void whatIsNotWrittenAsTheSpecificationWantsItIsRefused(String note) {
        assertThatThrownBy(() -> note(note)).isInstanceOf(ProofRefused.class);
    }

    @Test
    void theSmallestNoteIsTakenSoThatTheRefusalsAboveMeanSomething() {
        assertThat(note("text\n\n— name AAAAAAA=\n").signatures()).hasSize(1);
        assertThat(note("a\n\nb\n\n— name AAAAAAA=\n").text()).isEqualTo("a\n\nb\n");
    }

    @Test
    void textThatIsNoUtf8IsRefused() {
        var bytes = SPEC_NOTE.getBytes(UTF_8);
        bytes[3] = (byte) 0xff;

        Refuses.with(Refusal.NOTE_MALFORMED, () -> Note.parse(bytes));
    }

    @Test
    void sixteenSignaturesAreTakenButNotAnyNumber() {
        Note.parse((SPEC_NOTE + GO_LINE.repeat(16)).getBytes(UTF_8));
        Refuses.with(Refusal.NOTE_TOO_LARGE, () -> Note.parse((SPEC_NOTE + GO_LINE.repeat(200)).getBytes(UTF_8)));
        Refuses.with(Refusal.NOTE_TOO_LARGE, () -> Note.parse(new byte[300_000]));
    }

    private static Note note(String text) {
        return Note.parse(text.getBytes(UTF_8));
    }
}

package org.yiti.safeguard.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.yiti.ReferenceData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The algorithms are those of the standards: published vectors. */
class VectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    private static JsonNode read(String file) {
        return JsonMapper.shared()
                .readTree(ReferenceData.folder("smcrypto").resolve(file).toFile());
    }

    /** GB/T 32907-2016, annex A: once, and a million times. */
    @Test
    void theBlockCipherIsThatOfTheStandard() {
        var block = HEX.parseHex("0123456789abcdeffedcba9876543210");
        var engine = new SM4Engine();
        engine.init(true, new KeyParameter(block.clone()));

        engine.processBlock(block, 0, block, 0);
        assertThat(HEX.formatHex(block)).isEqualTo("681edf34d206965e86b3e94f536e4246");

        for (var time = 1; time < 1_000_000; time++) {
            engine.processBlock(block, 0, block, 0);
        }
        assertThat(HEX.formatHex(block)).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void sm4InGaloisCounterModeIsThatOfRfc8998() {
        var key = HEX.parseHex("0123456789abcdeffedcba9876543210");
        var nonce = HEX.parseHex("00001234567800000000abcd");
        var aad = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        var plain = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");

        var sealed = Aead.SM4.encrypt(key, nonce, plain, aad);

        assertThat(HEX.formatHex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(Aead.SM4.decrypt(key, nonce, sealed, aad)).isEqualTo(plain);
        assertThatThrownBy(() -> Aead.SM4.decrypt(key, nonce, sealed, new byte[0]))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void theKeyedHashOfTheBlindIndexIsHmacWithSm3() throws IOException {
        var checked = 0;
        for (var line : Files.readAllLines(Path.of("src/test/resources/vectors/hmac-sm3.csv"))) {
            if (!line.startsWith("#")) {
                var parts = line.split(",", -1);
                var mac = HEX.formatHex(Derived.mac(HEX.parseHex(parts[2]), HEX.parseHex(parts[3])));
                assertThat(mac.startsWith(parts[4])).as(line).isEqualTo(parts[5].equals("valid"));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(35);
    }

    @Test
    void theKeyedHashOfTheBlindIndexIsThatOfAllPublishedVectors() {
        var checked = 0;
        for (var group : read("wycheproof/hmac_sm3_test.json").path("testGroups")) {
            for (var test : group.path("tests")) {
                var tag = HEX.parseHex(test.path("tag").asString());
                var mac = Derived.mac(
                        HEX.parseHex(test.path("key").asString()),
                        HEX.parseHex(test.path("msg").asString()));
                assertThat(Arrays.equals(Arrays.copyOf(mac, tag.length), tag))
                        .as(test.path("tcId").asString() + " "
                                + test.path("comment").asString())
                        .isEqualTo(test.path("result").asString().equals("valid"));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(100);
    }
}

package org.yiti.safeguard.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void theBlockCipherIsThatOfTheStandard() {
        var vector = read("official/gbt_vectors.json").path("SM4_GBT32907").get(0);
        var engine = new SM4Engine();
        engine.init(true, new KeyParameter(HEX.parseHex(vector.path("key").asString())));
        var out = new byte[16];
        engine.processBlock(HEX.parseHex(vector.path("plain").asString()), 0, out, 0);

        assertThat(HEX.formatHex(out)).isEqualTo(vector.path("cipher").asString());
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
    void theKeyedHashOfTheBlindIndexIsThatOfThePublishedVectors() {
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

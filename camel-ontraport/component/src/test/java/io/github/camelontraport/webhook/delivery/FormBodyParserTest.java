package io.github.camelontraport.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyParserTest {

    private static String parse(String form) {
        return parse(form.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String parse(byte[] form, Charset charset) {
        return FormBodyParser.decode(form, new ContentType(true, charset)).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            a=1&b=2                      | {"a":"1","b":"2"}
            data[id]=8&data[name]=N      | {"data":{"id":"8","name":"N"}}
            data%5Bid%5D=8               | {"data":{"id":"8"}}
            a[]=1&a[]=2                  | {"a":{"0":"1","1":"2"}}
            a[][b]=1&a[][b]=2            | {"a":{"0":{"b":"1"},"1":{"b":"2"}}}
            a[5]=x&a[]=y                 | {"a":{"5":"x","6":"y"}}
            a[1]=x&a[]=y&a[]=z           | {"a":{"1":"x","2":"y","3":"z"}}
            a[b]=x&a[]=y                 | {"a":{"b":"x","0":"y"}}
            a=1&a=2                      | {"a":"2"}
            a                            | {"a":""}
            a=b=c                        | {"a":"b=c"}
            a=1+2%2B3                    | {"a":"1 2+3"}
            &&a=1&&                      | {"a":"1"}
            a=%26%3D%5B                  | {"a":"&=["}
            """)
    void buildsATreeFromNames(String form, String json) {
        assertThat(parse(form)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, N%C3%B6ra, Nöra",
        "ISO-8859-1, N%F6ra, Nöra",
        "windows-1252, %80uro, €uro",
        "Shift_JIS, %83e%83X%83g, テスト"
    })
    void decodesEscapesInTheCharset(String charset, String encoded, String expected) {
        assertThat(parse(("a=" + encoded).getBytes(StandardCharsets.US_ASCII), Charset.forName(charset)))
                .isEqualTo("{\"a\":\"" + expected + "\"}");
    }

    @Test
    void decodesUnescapedBytesInTheCharset() {
        assertThat(parse("a=Nöra".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1))
                .isEqualTo("{\"a\":\"Nöra\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a[=1",
                "a]=1",
                "a[b]c=1",
                "[a]=1",
                "=1",
                "a[b[c]]=1",
                "a=1&a[b]=2",
                "a[b]=1&a=2",
                "a=%",
                "a=%zz",
                "a=%FF"
            })
    void rejectsMalformedFields(String form) {
        assertThatThrownBy(() -> parse(form))
                .isInstanceOfSatisfying(RejectedDeliveryException.class, rejected -> assertThat(rejected.status())
                        .isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 100_000})
    void rejectsDeepNames(int brackets) {
        assertThat(parse("a" + "[b]".repeat(19) + "=1")).contains("\"b\":\"1\"");
        assertThatThrownBy(() -> parse("a" + "[b]".repeat(brackets) + "=1"))
                .isInstanceOf(RejectedDeliveryException.class)
                .hasMessageContaining("more than 20 deep");
    }

    @Test
    void readsFormsThatTheServerHasDecoded() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("data[id]", 8);
        fields.put("data[name]", null);
        fields.put("list[]", Arrays.asList("a", null, "b"));
        fields.put("last", List.of("first", "last"));

        assertThat(FormBodyParser.ofDecoded(fields).toString())
                .isEqualTo(
                        "{\"data\":{\"id\":\"8\",\"name\":\"\"},\"list\":{\"0\":\"a\",\"1\":\"\",\"2\":\"b\"},\"last\":\"last\"}");
    }
}

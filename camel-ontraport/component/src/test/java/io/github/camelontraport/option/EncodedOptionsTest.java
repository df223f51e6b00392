package io.github.camelontraport.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;

class EncodedOptionsTest {

    private static final String METADATA = "/META-INF/io/github/camelontraport/ontraport.json";

    private static List<EndpointOptionModel> options() throws IOException {
        try (InputStream metadata = EncodedOptionsTest.class.getResourceAsStream(METADATA)) {
            ComponentModel model =
                    JsonMapper.generateComponentModel(new String(metadata.readAllBytes(), StandardCharsets.UTF_8));
            return model.getEndpointOptions();
        }
    }

    private static boolean takesBean(EndpointOptionModel option) {
        return option.getType().equals("object") && !option.getJavaType().startsWith(Map.class.getName());
    }

    @Test
    void anEncodedReferenceIsOneForTheOptionsThatTakeBeansAndNoOthers() throws IOException {
        List<String> beans = options().stream()
                .filter(EncodedOptionsTest::takesBean)
                .map(EndpointOptionModel::getName)
                .toList();

        assertThat(beans).contains("stateRepository", "syncLedger");
        assertThat(options().stream().map(EndpointOptionModel::getName))
                .filteredOn(name -> EncodedOptions.isCertainlyEncoded(name, "%23bean"))
                .filteredOn(name -> !EncodedOptions.isCertainlyEncoded(name, "bean"))
                .containsExactlyInAnyOrderElementsOf(beans);
    }
}

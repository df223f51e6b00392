package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OntraportSandboxExtension.class)
class CollectionConditionEndpointTest {

    private ApiClient api;

    @BeforeEach
    void fourContacts(OntraportSandbox sandbox) {
        api = ApiClient.of(sandbox);
        sandbox.defineField(0, SandboxField.of("points", "Points", "numeric"));
        sandbox.create(0, Map.of("firstname", "Nora", "city", "Bend", "points", "9", "zip", "01234"));
        sandbox.create(0, Map.of("firstname", "ivo", "city", "Salem", "points", "10", "zip", "1234"));
        sandbox.create(0, Map.of("firstname", "Ömer", "city", "bend", "points", "10.0", "zip", "1234.0", "email", ""));
        sandbox.create(
                0, Map.of("firstname", "50% off", "city", "", "points", "100", "zip", "1E3", "email", "x@example.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "points | = | {'value':'10'} | 2,3",
                "points | <> | {'value':10} | 1,4",
                "points | > | {'value':'9'} | 2,3,4",
                "points | < | {'value':'10'} | 1",
                "points | >= | {'value':'10'} | 2,3,4",
                "points | <= | {'value':'10'} | 1,2,3",
                "zip | = | {'value':'1234'} | 2",
                "zip | = | {'value':1234} | 2",
                "zip | <> | {'value':'1234'} | 1,3,4",
                "zip | IN | {'list':[{'value':'1234'},{'value':'1000'}]} | 2",
                "zip | < | {'value':'1'} | 1",
                "firstname | LIKE | {'value':'_or_'} | 1",
                "firstname | LIKE | {'value':'____'} | 1,3",
                "firstname | LIKE | {'value':'50\\\\% off'} | 4",
                "firstname | LIKE | {'value':'50\\\\_ off'} | ~~",
                "city | = | {'value':'BEND'} | 1,3",
                "city | > | {'value':'c'} | 2",
                "firstname | = | {'value':'ömer'} | 3",
                "city | LIKE | {'value':'%EN%'} | 1,3",
                "city | LIKE | {'value':'b%'} | 1,3",
                "city | LIKE | {'value':'en'} | ~~",
                "firstname | LIKE | {'value':'50% off'} | 4",
                "id | IN | {'list':[{'value':3},{'value':'1'},{'value':77}]} | 1,3",
                "city | IN | {'list':[{'value':'salem'}]} | 2",
                "id | NOT IN | {'list':[{'value':3},{'value':1}]} | 2,4",
                "email | IS | 'NULL' | 1,2",
                "email | IS | {'value':null} | 1,2",
                "email | = | {'value':''} | 3",
                "email | <> | {'value':'y@example.com'} | 3,4",
                "email | NOT IN | {'list':[{'value':'y@example.com'}]} | 3,4",
            })
    void selects(String field, String operator, String value, String ids) {
        assertThat(ids("[" + clause(field, operator, value) + "]")).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 AND 2 | ~~",
                "1 OR 2 | 1,2",
                "1 OR 2 AND 3 | 1",
                "1 AND 2 OR 3 | 3",
                "4 OR 2 AND 2 OR 1 | 1,2,4",
            })
    void joinsWithThePrecedenceOfSql(String expression, String ids) {
        String json =
                expression.replaceAll("([A-Z]+)", ",'$1',").replaceAll("(\\d)", clause("id", "=", "{'value':$1}"));
        assertThat(ids("[" + json + "]")).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city = 'Bend'",
                "[]",
                "{}",
                "['AND']",
                "[{'field':{'field':'city'},'op':'=','value':{'value':'x'}},'AND']",
                "[{'field':{'field':'city'},'op':'=','value':{'value':'x'}},'and',{'field':{'field':'city'},'op':'=','value':{'value':'x'}}]",
                "[[{'field':{'field':'city'},'op':'=','value':{'value':'x'}}]]",
                "[{'field':{'field':'city'},'op':'!=','value':{'value':'x'}}]",
                "[{'field':{'field':'city'},'op':'like','value':{'value':'x'}}]",
                "[{'field':{'field':'ctiy'},'op':'=','value':{'value':'x'}}]",
                "[{'field':'city','op':'=','value':{'value':'x'}}]",
                "[{'field':{'field':'city'},'op':'=','value':'x'}]",
                "[{'field':{'field':'city'},'op':'=','value':{'value':null}}]",
                "[{'field':{'field':'city'},'op':'=','value':{'list':[{'value':'x'}]}}]",
                "[{'field':{'field':'city'},'op':'IN','value':{'list':[]}}]",
                "[{'field':{'field':'city'},'op':'IN','value':{'list':['x']}}]",
                "[{'field':{'field':'city'},'op':'IS','value':'x'}]",
                "[{'field':{'field':'city'},'op':'IS'}]",
            })
    void refusesInvalidConditions(String condition) {
        ApiClient.Answer answer = api.get("/Contacts", "condition", condition.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).startsWith("Invalid condition: ");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    }

    private String ids(String condition) {
        return api.get("/Contacts", "condition", condition.replace('\'', '"')).ids();
    }

    private static String clause(String field, String operator, String value) {
        return "{'field':{'field':'" + field + "'},'op':'" + operator + "','value':" + value + "}";
    }
}

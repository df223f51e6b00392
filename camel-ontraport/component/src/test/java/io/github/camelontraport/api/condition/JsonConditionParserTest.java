package io.github.camelontraport.api.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonConditionParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'field':{'field':'id'},'op':'>','value':{'value':'207'}}]",
                "[{'field':{'field':'id'},'op':'>','value':{'value':207}}]",
                "[{'field':{'field':'spent'},'op':'=','value':{'value':1.50}}]",
                "[{'field':{'field':'id'},'op':'IN','value':{'list':[{'value':208},{'value':209}]}}]",
                "[{'field':{'field':'id'},'op':'NOT IN','value':{'list':[{'value':'a'},{'value':true}]}}]",
                "[{'field':{'field':'email'},'op':'=','value':{'value':''}},'OR',{'field':{'field':'email'},'op':'IS','value':'NULL'}]",
                "[{'field':{'field':'a'},'op':'LIKE','value':{'value':'%é%'}},'AND',{'field':{'field':'b'},'op':'<>','value':{'value':'1'}}]",
            })
    void keepsTheApisOwnForm(String single) {
        String json = single.replace('\'', '"');
        assertThat(Condition.parse(json).toJson()).isEqualTo(json);
    }

    @Test
    void readsTheOtherSpellingsToo() {
        assertThat(parse("[{'field':{'field':'a'},'op':'IS','value':{'value':null}}]"))
                .isEqualTo(Condition.parse("a IS NULL"));
        assertThat(parse(" [{'value':{'value':'1'}, 'op':'not  in','field':{'field':'a'}}]"
                        .replace("{'value':'1'}", "{'list':[{'value':1e2}]}")))
                .isEqualTo(Condition.parse("a NOT IN (100)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                    | not an empty one",
                "{'field':{'field':'a'},'op':'=','value':{'value':1}}  | put it into square brackets",
                "[1]                        | element 1 of the JSON array: a clause must be an object",
                "[CLAUSE,'AND']             | element 3 of the JSON array: a clause must follow the last \"AND\"",
                "[CLAUSE,CLAUSE]            | element 2 of the JSON array: expected \"AND\" or \"OR\" between two clauses",
                "[CLAUSE,'XOR',CLAUSE]      | found \"XOR\"",
                "[[CLAUSE],'OR',CLAUSE]     | a clause must be an object",
                "[CLAUSE                    | cannot be read",
                "[CLAUSE] x                 | cannot be read",
                "[{'field':'a','op':'=','value':{'value':1}}]                   | 'field' must be an object with exactly \"field\"",
                "[{'field':{'field':'a'},'op':'=','value':{'value':1},'x':1}]   | exactly \"field\", \"op\", \"value\"",
                "[{'field':{'field':'a'},'op':'=','op':'=','value':{'value':1}}]| cannot be read: Duplicate",
                "[{'field':{'field':'a'},'op':'!=','value':{'value':1}}]        | unknown operator \"!=\". Write <> instead.",
                "[{'field':{'field':'a'},'op':'=','value':1}]                   | a value must be an object",
                "[{'field':{'field':'a'},'op':'=','value':{'list':[{'value':1}]}}] | a value must be an object with exactly \"value\"",
                "[{'field':{'field':'a'},'op':'=','value':{'value':null}}]      | write \"op\":\"IS\"",
                "[{'field':{'field':'a'},'op':'=','value':{'value':[1]}}]       | must be a text, a number or a boolean",
                "[{'field':{'field':'a'},'op':'IN','value':{'value':1}}]        | the value of IN must be an object with exactly \"list\"",
                "[{'field':{'field':'a'},'op':'IN','value':{'list':[]}}]        | at least one",
                "[{'field':{'field':'a'},'op':'IS','value':'x'}]                | the value of IS must be the text \"NULL\"",
                "[{'field':{'field':''},'op':'IS','value':'NULL'}]              | is blank",
                "[{'field':{'field':'a'},'op':'=','value':{'value':1e999999}}]  | more than 400 digits",
            })
    void refuses(String written, String message) {
        String clause = "{'field':{'field':'a'},'op':'=','value':{'value':1}}";
        assertThatThrownBy(() -> parse(written.replace("CLAUSE", clause)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    private static Condition parse(String single) {
        return Condition.parse(single.replace('\'', '"'));
    }
}

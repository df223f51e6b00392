package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskEndpointTest extends AccountTestBase {

    private static final int TASK = 1;
    private static final int MESSAGE = 7;

    @BeforeEach
    void aContactAndATaskMessage() {
        sandbox.create(0, Map.of("firstname", "Nora", "email", "nora@example.com"));
        sandbox.create(
                MESSAGE, Map.of("alias", "Call back", "type", "task", "due_date", 2, "task_data", "Ask for the date"));
        sandbox.create(MESSAGE, Map.of("alias", "Newsletter", "type", "e-mail"));
    }

    @Test
    void aTaskMessageBecomesATask() {
        ApiClient.Answer answer = api.json(
                "POST",
                "/task/assign",
                "{'object_type_id':0,'ids':[1,99],'message':{'id':1,'type':'task','due_date':3,'task_owner':4}}");

        assertThat(answer.json()).isEqualTo(ApiClient.parse("{\"code\":0,\"account_id\":4711}"));
        assertThat(sandbox.records(TASK)).singleElement().satisfies(task -> assertThat(task)
                .containsEntry("contact_id", "1")
                .containsEntry("owner", "4")
                .containsEntry("subject", "Call back")
                .containsEntry("item_id", "1")
                .containsEntry("status", "0")
                .containsEntry("date_assigned", "1762503000")
                .containsEntry("date_due", "1762762200")
                .containsEntry("object_type_id", "0"));
    }

    @Test
    void taskValuesDefaultToThoseOfTheMessage() {
        api.json("POST", "/task/assign", "{'object_type_id':0,'ids':'1','message':{'id':1}}");
        api.json("POST", "/task/assign", "{'object_type_id':0,'ids':'1','message':{'id':1,'due_date':1900000000}}");

        assertThat(sandbox.records(TASK))
                .extracting(task -> task.get("date_due"))
                .containsExactly("1762675800", "1900000000");
        assertThat(sandbox.records(TASK)).extracting(task -> task.get("owner")).containsOnly("1");
    }

    @Test
    void assignRefusesOtherMessagesAndMissingSelections() {
        assertThat(assign("{'ids':[1],'message':{'id':1}}")).isEqualTo("Missing required parameter: object_type_id");
        assertThat(assign("{'object_type_id':0,'message':{'id':1}}")).isEqualTo("Missing required parameter: ids");
        assertThat(assign("{'object_type_id':0,'ids':[1]}")).isEqualTo("Missing required parameter: message");
        assertThat(assign("{'object_type_id':0,'ids':[1],'message':{'id':9}}")).isEqualTo("Object not found");
        assertThat(assign("{'object_type_id':0,'ids':[1],'message':{'id':2}}"))
                .isEqualTo("Invalid value for parameter: message");
        assertThat(assign("{'object_type_id':4242,'ids':[1],'message':{'id':1}}"))
                .contains("object_type_id");
        assertThat(assign("{'object_type_id':0,'ids':[1],'message':'1'}"))
                .isEqualTo("Invalid value for parameter: message");
        assertThat(assign("{'object_type_id':0,'ids':[1],'message':{'id':1,'due_date':'tomorrow'}}"))
                .isEqualTo("Invalid value for parameter: due_date");
        assertThat(sandbox.records(TASK)).isEmpty();
    }

    @Test
    void aTaskIsCompletedAndItsFormFilledIn() {
        long task = task();
        sandbox.clock().advance(Duration.ofMinutes(1));

        api.json(
                "POST",
                "/task/complete",
                "{'object_type_id':0,'ids':[" + task
                        + "],'data':{'outcome':':=success','task_form_lastname':'Stone'}}");

        assertThat(sandbox.find(TASK, task).orElseThrow())
                .containsEntry("status", "1")
                .containsEntry("date_complete", "1762503060");
        assertThat(sandbox.find(0, 1).orElseThrow()).containsEntry("lastname", "Stone");
        assertThat(api.json("POST", "/task/complete", "{'object_type_id':0}").status())
                .isEqualTo(400);
    }

    @Test
    void tasksAreCancelledUnderEitherTypeAndReopened() {
        long task = task();

        for (int type : new int[] {0, 1}) {
            assertThat(api.json("POST", "/task/cancel", "{'objectID':" + type + ",'ids':[" + task + "]}")
                            .data()
                            .isMissingNode())
                    .isTrue();
            assertThat(sandbox.find(TASK, task).orElseThrow()).containsEntry("status", "2");
            api.json("POST", "/task/reopen", "{'ids':[" + task + "]}");
            assertThat(sandbox.find(TASK, task).orElseThrow())
                    .containsEntry("status", "0")
                    .containsEntry("date_complete", "0");
        }
        assertThat(api.json("POST", "/task/cancel", "{'objectID':16,'ids':[1]}").status())
                .isEqualTo(400);
        assertThat(api.json("POST", "/task/reopen", "{}").status()).isEqualTo(400);
    }

    @Test
    void aTaskIsRescheduled() {
        long task = task();

        api.json("POST", "/task/reschedule", "{'id':" + task + ",'newtime':1800000000}");

        assertThat(api.get("/Task", "id", Long.toString(task))
                        .data()
                        .get("date_due")
                        .textValue())
                .isEqualTo("1800000000");
        assertThat(api.json("POST", "/task/reschedule", "{'id':99,'newtime':1}").status())
                .isEqualTo(404);
        assertThat(api.json("POST", "/task/reschedule", "{'id':1}").status()).isEqualTo(400);
    }

    private String assign(String body) {
        return api.json("POST", "/task/assign", body).text();
    }

    private long task() {
        return sandbox.create(TASK, Map.of("contact_id", 1, "subject", "Call back"));
    }
}

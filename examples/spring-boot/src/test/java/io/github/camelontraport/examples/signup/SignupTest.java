package io.github.camelontraport.examples.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.examples.signup.SignupController.Signup;
import io.github.camelontraport.sandbox.OntraportSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "ontraport.sandbox.enabled=true",
            "ontraport.sandbox.example-data=true",
            "spring.http.client.factory=jdk",
            "camel.component.ontraport.max-retries=0"
        })
class SignupTest {

    @Autowired
    private OntraportSandbox sandbox;

    @Autowired
    private TestRestTemplate http;

    private record Answer(String id, String reason) {}

    private ResponseEntity<Answer> post(String email, String tier) {
        return http.postForEntity("/signup", new Signup(email, "Ada", tier), Answer.class);
    }

    @Test
    void savesTheContactAndTagsIt() {
        ResponseEntity<Answer> answer = post("ada@example.org", "Gold");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        long id = Long.parseLong(answer.getBody().id());
        assertThat(sandbox.find(0, id)).hasValueSatisfying(contact -> assertThat(contact)
                .containsEntry("email", "ada@example.org")
                .containsEntry("f1558", "2"));
    }

    @Test
    void aMistakeIsExplained() {
        ResponseEntity<Answer> answer = post("no address", "Gold");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().reason()).isEqualTo("Invalid email address");
        assertThat(post("", "Gold").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(post("ada@example.org", "Golf").getBody().reason()).contains("Did you mean 'Gold'?");
    }

    @Test
    void anOutageIsNoMistake() {
        sandbox.faults().on("POST", "/objects/saveorupdate").status(503, "Busy");

        assertThat(post("bob@example.org", "Gold").getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }
}

package io.github.camelontraport.examples.signup;

import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportValidationException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class SignupController {

    private static final Logger LOG = LoggerFactory.getLogger(SignupController.class);
    private static final String WORDS = "&fieldFormat=typed&fieldNames=label";

    private final ProducerTemplate camel;

    SignupController(ProducerTemplate camel) {
        this.camel = camel;
    }

    record Signup(String email, String firstName, String tier) {}

    @PostMapping("/signup")
    Map<String, Object> signUp(@RequestBody Signup signup) {
        if (signup.email() == null || signup.email().isBlank()) {
            // Without it, each upsert makes a new contact.
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "email is missing");
        }
        Map<String, Object> fields = new HashMap<>();
        fields.put("email", signup.email());
        fields.put("First Name", signup.firstName());
        fields.put("Tier", signup.tier());
        Map<?, ?> contact = camel.requestBody("ontraport:contacts?operation=upsert" + WORDS, fields, Map.class);
        camel.sendBody("ontraport:contacts?operation=tag&tags=Signup", contact.get("id"));
        return Map.of("id", contact.get("id"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> failed(OntraportException failure) {
        if (!(failure instanceof OntraportValidationException)) {
            LOG.error("A sign-up failed", failure);
            return answer(HttpStatus.SERVICE_UNAVAILABLE, "Please try again later");
        }
        return answer(
                HttpStatus.BAD_REQUEST, failure.getApiText() != null ? failure.getApiText() : failure.getMessage());
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String reason) {
        return ResponseEntity.status(status).body(Map.of("reason", reason));
    }
}

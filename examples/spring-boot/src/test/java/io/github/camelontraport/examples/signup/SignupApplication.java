package io.github.camelontraport.examples.signup;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** In place of that of the page on Spring Boot, beside which the page on Spring beans shows the other classes. */
@SpringBootApplication
class SignupApplication {}

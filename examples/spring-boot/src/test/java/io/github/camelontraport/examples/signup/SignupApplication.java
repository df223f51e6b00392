package io.github.camelontraport.examples.signup;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What the page on Spring beans shows beside it. */
@SpringBootApplication
class SignupApplication {}

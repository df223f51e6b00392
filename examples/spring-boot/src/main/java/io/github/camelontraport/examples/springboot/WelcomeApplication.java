package io.github.camelontraport.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the routes in {@code camel/} until it is stopped. */
@SpringBootApplication
public class WelcomeApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(WelcomeApplication.class, arguments);
    }
}

package io.github.camelontraport.springboot;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether {@code ontraport.sandbox.enabled} is true, in every form that Spring takes for a Boolean, such as yes, on and 1. */
final class SandboxEnabled implements Condition {

    static boolean in(Environment environment) {
        return environment.getProperty(OntraportSandboxProperties.PREFIX + ".enabled", Boolean.class, false);
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }
}

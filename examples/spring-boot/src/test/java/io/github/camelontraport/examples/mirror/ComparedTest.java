package io.github.camelontraport.examples.mirror;

import org.springframework.boot.test.context.SpringBootTest;

/** The same, where the comparison alone finds what is gone: deletions are looked for once an hour. */
@SpringBootTest(
        properties = {
            "ontraport.sandbox.enabled=true",
            "ontraport.sandbox.requests-per-minute=100000",
            "spring.datasource.url=jdbc:h2:mem:compared",
            "mirror.delay=200",
            "mirror.compare-delay=1s",
            "mirror.compare=1s"
        })
class ComparedTest extends MirrorTest {}

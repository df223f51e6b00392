#!/usr/bin/env bash
# Prints the figures of the README: this application and an empty Camel Quarkus application, each in the JVM and native.
# Needs GRAALVM_HOME, Linux, curl, and the project as a whole.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$here/target/measure
runs=${RUNS:-5}
mvn() { "$root/mvnw" --batch-mode --no-transfer-progress --quiet ${MAVEN_OPTIONS:-} "$@"; }
version() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$root/pom.xml" | head -1; }

empty() {
    mkdir -p "$work/empty"
    cat > "$work/empty/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>empty</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencyManagement>
    <dependencies>
      <dependency>
        <groupId>io.quarkus.platform</groupId>
        <artifactId>quarkus-bom</artifactId>
        <version>$(version quarkus.version)</version>
        <type>pom</type>
        <scope>import</scope>
      </dependency>
      <dependency>
        <groupId>org.apache.camel.quarkus</groupId>
        <artifactId>camel-quarkus-bom</artifactId>
        <version>$(version camel-quarkus.version)</version>
        <type>pom</type>
        <scope>import</scope>
      </dependency>
    </dependencies>
  </dependencyManagement>
  <dependencies>
    <dependency>
      <groupId>org.apache.camel.quarkus</groupId>
      <artifactId>camel-quarkus-core</artifactId>
    </dependency>
    <dependency>
      <groupId>io.quarkus</groupId>
      <artifactId>quarkus-smallrye-health</artifactId>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>io.quarkus.platform</groupId>
        <artifactId>quarkus-maven-plugin</artifactId>
        <version>$(version quarkus.version)</version>
        <extensions>true</extensions>
        <executions>
          <execution>
            <goals>
              <goal>build</goal>
            </goals>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
POM
    mvn -f "$work/empty/pom.xml" package "$@"
}

build() {
    mvn -f "$root/pom.xml" -pl examples/quarkus -am package -DskipTests
    rm -rf "$work/example-jvm" && cp -r "$here/target/quarkus-app" "$work/example-jvm"
    mvn -f "$root/pom.xml" -pl examples/quarkus -am package -DskipTests -Dnative
    cp "$here"/target/*-runner "$work/example-native"
    empty
    rm -rf "$work/empty-jvm" && cp -r "$work/empty/target/quarkus-app" "$work/empty-jvm"
    empty -Dquarkus.native.enabled=true -Dquarkus.package.jar.enabled=false
    cp "$work"/empty/target/*-runner "$work/empty-native"
}

# Starts it, waits until it is ready, and prints the start time that Quarkus tells and the resident memory in MB.
once() {
    "$@" > "$work/log" 2>&1 &
    local pid=$!
    curl -sf --retry 600 --retry-all-errors --retry-delay 1 http://localhost:8080/q/health/ready > "$work/ready"
    echo "$(sed -n 's/.*started in \([0-9.]*\)s.*/\1/p' "$work/log" | tail -1)" \
        "$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")"
    kill "$pid"
    wait "$pid" || true
}

median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }

measure() {
    local name=$1 size
    shift
    size=$(du -sm "$work/$name" | cut -f1)
    for ((i = 0; i < runs; i++)); do once "$@"; done > "$work/figures"
    echo "$name: $size MB, started in $(cut -d' ' -f1 "$work/figures" | median) s, $(cut -d' ' -f2 "$work/figures" | median) MB resident"
}

[ "${1:-}" = "--no-build" ] || { mkdir -p "$work"; build; }

# exec, so that the process is the one that is ended.
(exec "$root/mvnw" --batch-mode --quiet ${MAVEN_OPTIONS:-} -f "$root/pom.xml" -pl camel-ontraport/sandbox compile exec:java \
    -Dexec.mainClass=io.github.camelontraport.sandbox.SandboxMain -Dexec.args=--port=8099 > "$work/sandbox" 2>&1) &
sandbox=$!
trap 'kill $sandbox' EXIT
curl -s --retry 600 --retry-connrefused --retry-delay 1 http://localhost:8099/1 > "$work/ready"
export ONTRAPORT_API_KEY=sandbox-key ONTRAPORT_APP_ID=2_4711_SandboxApp
export WATCH_FILE=$work/state
account=-Dcamel.component.ontraport.base-url=http://localhost:8099/1
rm -f "$work/state" "$work/state.lock"

measure empty-jvm java -jar "$work/empty-jvm/quarkus-run.jar"
measure example-jvm java "$account" -jar "$work/example-jvm/quarkus-run.jar"
measure empty-native "$work/empty-native"
measure example-native "$work/example-native" "$account"
"$GRAALVM_HOME/bin/native-image" --version | tail -1

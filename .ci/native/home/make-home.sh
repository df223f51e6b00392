#!/usr/bin/env bash
# make-home.sh OUT: assembles a GRAALVM_HOME look-alike in OUT from the package registries alone (Maven packages, Debian's source
# package of the JDK) and from the own sources beside this script. Needs: root, JDK (Temurin 25.0.3), Maven (or MVN=), gcc, zlib1g-dev.
# It is a builder for verifying that the application compiles and runs natively, not a GraalVM or Mandrel release.
set -euo pipefail
OUT=$(readlink -m "$1"); HERE=$(cd "$(dirname "$0")" && pwd); JDK=${JDK25:-/usr/lib/jvm/temurin-25-jdk-amd64}
SVM=25.0.2; W=${WORK:-$OUT.work}; mkdir -p "$W"; step() { echo "== $(date +%T) $*"; }

step "1 builder jars (Maven)"
mkdir -p "$W/m"; cat > "$W/m/pom.xml" <<X
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version>
<dependencies><dependency><groupId>org.graalvm.nativeimage</groupId><artifactId>svm</artifactId><version>$SVM</version></dependency></dependencies></project>
X
(cd "$W/m" && "${MVN:-mvn}" -q -B dependency:copy-dependencies -DoutputDirectory="$W/jars" -Dmdep.stripVersion=true)
ls "$W/jars"

step "2 JDK sources (Debian source package)"
if ! ls "$W"/src/openjdk-25_*.orig.tar.xz >/dev/null 2>&1; then
  mkdir -p "$W/apt/lists/partial" "$W/apt/cache" "$W/apt/archives/partial" "$W/apt/none" "$W/src"
  python3 - "$W/apt/s.sources" <<'P'
import re,sys
t=open('/etc/apt/sources.list.d/debian.sources').read().split('\n\n')[0]
t=re.sub(r'(?m)^Types:.*$','Types: deb-src',t); t=re.sub(r'(?m)^Suites:.*$','Suites: trixie',t)
open(sys.argv[1],'w').write(t+'\n')
P
  printf '%s\n' "Dir::Etc::sourcelist \"$W/apt/s.sources\";" "Dir::Etc::sourceparts \"$W/apt/none\";" "Dir::State::lists \"$W/apt/lists\";" "Dir::Cache \"$W/apt/cache\";" "Dir::Cache::archives \"$W/apt/archives\";" 'APT::Sandbox::User "root";' > "$W/apt/apt.conf"
  APT_CONFIG=$W/apt/apt.conf apt-get -qq update
  # the .dsc may be missing on a partial mirror: what counts is the source archive, whose checksum apt has checked
  (cd "$W/src" && APT_CONFIG=$W/apt/apt.conf apt-get -qq source --download-only openjdk-25 || true)
fi
ls "$W"/src/openjdk-25_*.orig.tar.xz

step "3 JDK static libraries"
apt-get -qq update; DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends autoconf libasound2-dev libcups2-dev libfontconfig-dev libx11-dev libxext-dev libxrender-dev libxt-dev libxtst-dev libxrandr-dev libxi-dev file zip unzip zlib1g-dev >/dev/null
rm -rf "$W/jdk"; mkdir -p "$W/jdk"; tar -xf "$W"/src/openjdk-25_*.orig.tar.xz -C "$W/jdk" --strip-components=1
(cd "$W/jdk" && bash configure --with-boot-jdk="$JDK" --enable-headless-only --disable-warnings-as-errors --with-native-debug-symbols=none --with-zlib=system --with-version-opt= --with-version-pre= --with-jobs="$(nproc)" --with-conf-name=sl --disable-precompiled-headers >configure.out 2>&1 || { tail -20 configure.out; exit 1; }
 make CONF=sl java.base-static-libs java.prefs-static-libs jdk.net-static-libs java.management-static-libs jdk.management-static-libs java.rmi-static-libs jdk.attach-static-libs java.instrument-static-libs java.security.jgss-static-libs jdk.management.agent-static-libs jdk.sctp-static-libs >make.out 2>&1 || { tail -20 make.out; exit 1; })

step "4 the home"
rm -rf "$OUT"; cp -a "$JDK" "$OUT"; rm -f "$OUT/lib/src.zip"
mkdir -p "$OUT"/lib/{svm/builder/lib,svm/clibraries/include,svm/clibraries/linux-amd64/glibc,jvmci,truffle,static/linux-amd64/glibc,nidriver}
for j in svm pointsto native-image-base objectfile svm-configure svm-capnproto-runtime espresso-svm; do cp "$W/jars/$j.jar" "$OUT/lib/svm/builder/"; done
for j in word collections nativeimage nativeimage-libgraal; do cp "$W/jars/$j.jar" "$OUT/lib/jvmci/"; done
cp "$W/jars/compiler.jar" "$OUT/lib/jvmci/graal.jar"; cp "$W/jars/truffle-compiler.jar" "$OUT/lib/truffle/"
find "$W/jdk/build/sl/support/native" -name '*.a' -exec cp {} "$OUT/lib/static/linux-amd64/glibc/" \;

step "5 C parts"
I=$OUT/lib/svm/clibraries/include; L=$OUT/lib/svm/clibraries/linux-amd64/glibc; O=$W/o; mkdir -p "$O"; cp "$HERE/c/svm_locale.h" "$I/"
for p in amd64:amd64.AMD64 aarch64:aarch64.AArch64 riscv64:riscv64.RISCV64; do
  { echo '#pragma once'; echo '#include <stdint.h>'; echo 'typedef struct {'; "$JDK/bin/javap" -p -cp "$W/jars/svm.jar" "com.oracle.svm.core.${p#*:}LibCHelper\$CPUFeatures" | grep -oE 'boolean f\w+' | sed 's/boolean \(.*\)/  uint8_t \1;/'; echo '} CPUFeatures;'; } > "$I/${p%%:*}cpufeatures.h"
done
F="-O2 -fPIC -ffunction-sections -fdata-sections -fvisibility=hidden -I$I -I$OUT/include -I$OUT/include/linux"
for c in chelper container jvm; do gcc $F -c "$HERE/c/$c.c" -o "$O/$c.o"; done
for a in "$OUT"/lib/static/linux-amd64/glibc/*.a; do nm -u "$a" 2>/dev/null | awk '{print $2}'; done | grep '^JVM_' | sort -u > "$O/need"
nm --defined-only "$O/jvm.o" | awk '{print $3}' | grep '^JVM_' | sort -u > "$O/have"
{ echo '#include <stdio.h>'; echo '#include <stdlib.h>'; comm -23 "$O/need" "$O/have" | while read -r f; do echo "__attribute__((visibility(\"default\"))) void $f(void) { fprintf(stderr, \"$f: not implemented\\n\"); abort(); }"; done; } > "$O/stubs.c"
gcc $F -w -c "$O/stubs.c" -o "$O/stubs.o"
ar rcs "$L/liblibchelper.a" "$O/chelper.o"; ar rcs "$L/libsvm_container.a" "$O/container.o"; ar rcs "$L/libjvm.a" "$O/jvm.o" "$O/stubs.o"
gcc $F -shared "$HERE/c/reporter.c" -fvisibility=default -o "$OUT/lib/svm/builder/lib/libreporterchelper.so"

step "6 driver"
"$JDK/bin/javac" -d "$OUT/lib/nidriver" "$HERE/NiDriver.java"
cat > "$OUT/bin/native-image" <<'X'
#!/usr/bin/env bash
H="$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)"
exec "$H/bin/java" -XX:+UseSerialGC -Dni.home="$H" -Dni.version=25.0.2 -Dni.vendorversion=Mandrel-25.0.2.0-lookalike -cp "$H/lib/nidriver" NiDriver "$@"
X
chmod +x "$OUT/bin/native-image"; "$OUT/bin/native-image" --version; step "done: $(du -sh "$OUT" | cut -f1)"

# Shared by the commands in deploy/: finds a JDK 25 and builds what is missing or stale.
# shellcheck shell=sh

repository=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
local_target="$repository/deploy/local/target"

fail() {
  printf '%s\n' "$1" >&2
  exit 2
}

is_jdk25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

# Prints the home of the first JDK 25 that is found.
find_jdk() {
  for home in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}" \
    /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jabba/jdk/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* /opt/*jdk* /opt/java/* /usr/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$(path_java)" "$(mac_java)"; do
    if [ -n "$home" ] && is_jdk25 "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

path_java() {
  at=$(command -v java) || return 0
  at=$(readlink -f "$at" 2>/dev/null) || return 0
  dirname "$(dirname "$at")"
}

mac_java() {
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25 2>/dev/null || true
  fi
}

need_jdk() {
  jdk=$(find_jdk) ||
    fail "No JDK 25 was found: install one (for example Eclipse Temurin 25) or set JAVA_HOME to it."
}

# True when the jar is missing or something it is made from is newer than it and than its last build.
stale() {
  jar=$1
  shift
  [ -f "$jar" ] || return 0
  reference=$jar
  built=$(dirname -- "$jar")/.built
  if [ -f "$built" ] && [ "$built" -nt "$jar" ]; then
    reference=$built
  fi
  [ -n "$(find "$@" -newer "$reference" -print 2>/dev/null | head -n 1)" ]
}

# Modules (of those named) that must be built before they can be started.
stale_modules() {
  for module in "$@"; do
    case $module in
      deploy/local) jar=$local_target/procart-local.jar ;;
      deploy/simulator) jar=$repository/deploy/simulator/target/procart-simulator.jar ;;
      *) jar=$repository/$module/target/$module.jar ;;
    esac
    if stale "$jar" "$repository/pom.xml" "$repository/schemas/pom.xml" "$repository/schemas/src/main" \
      "$repository/chassis/pom.xml" "$repository/chassis/src/main" \
      "$repository/$module/pom.xml" "$repository/$module/src/main"; then
      printf '%s\n' "$module"
    fi
  done
  if [ ! -f "$local_target/registry/quarkus-run.jar" ] || [ ! -d "$local_target/lib" ]; then
    printf '%s\n' deploy/local
  fi
}

# PROCART_BUILD=no starts what was built last, whatever was edited since.
build() {
  [ "${PROCART_BUILD:-}" != no ] || return 0
  wanted=$(stale_modules "$@" | sort -u | paste -sd, -)
  [ -n "$wanted" ] || return 0
  command -v mvn >/dev/null || fail "Maven was not found: install Maven 3.8 or newer."
  mkdir -p "$local_target"
  log=$local_target/build.log
  echo "Building $wanted (the first time this downloads libraries and takes some minutes) …"
  started=$(date +%s)
  status_file=$local_target/.build-status
  (
    cd "$repository" || exit 1
    JAVA25_HOME=$jdk mvn -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -pl "$wanted" -am package 2>&1
    echo $? >"$status_file"
  ) | tee "$log" | awk '/^\[INFO\] Building [^:]*\[[0-9]+\/[0-9]+\]/ { sub(/^\[INFO\] Building /, "  "); sub(/ 1\.0\.0-SNAPSHOT/, ""); gsub(/ +/, " "); print; fflush() }'
  if [ "$(cat "$status_file")" != 0 ]; then
    grep -E '^\[ERROR\] .*(ERROR|error|Failed|No )' "$log" | head -n 8 >&2
    printf 'The build failed; everything it said is in %s.\n' "$log" >&2
    exit 1
  fi
  for module in $(printf '%s' "$wanted" | tr , ' '); do
    touch "$repository/$module/target/.built"
  done
  echo "Built in $(($(date +%s) - started)) s."
}

# A command on a running platform works with what is built, whatever was edited since.
build_if_missing() {
  if [ ! -f "$local_target/procart-local.jar" ] || [ ! -d "$local_target/lib" ]; then
    build deploy/local
  fi
}

# True when something that was started on this data folder is still alive.
runs() {
  [ -f "$1/endpoints.json" ] || return 1
  for pid in $(grep -o '"pid" *: *[0-9]*' "$1/endpoints.json" | grep -o '[0-9]*$'); do
    if kill -0 "$pid" 2>/dev/null; then
      return 0
    fi
  done
  return 1
}

# run CLASS ARGUMENTS…   (more_classes: what the class needs besides the local parts)
run() {
  main=$1
  shift
  exec "$jdk/bin/java" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.procart.schemas \
    -Dlogback.configurationFile=procart-local-logback.xml -Dfile.encoding=UTF-8 \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    "-Dprocart.repository=$repository" ${PROCART_JVM:-} \
    -cp "${more_classes:+$more_classes:}$local_target/procart-local.jar:$local_target/lib/*" "$main" "$@"
}

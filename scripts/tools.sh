# What the commands beside it share: help, options, tools, builds. Sourced, not run.

# The words of the command that sources this.
arguments=("$@")

# fail TEXT...: says it, as JSON too where that was asked for, and exits with $failed (1).
fail() {
    local text="$*"
    echo "$(basename "$0"): $text" >&2
    if [[ " ${arguments[*]-} " == *" --json "* ]]; then
        text="${text//\\/\\\\}"
        json_failure "${text//\"/\\\"}"
    fi
    exit "${failed:-1}"
}

json_failure() {
    printf '{"error":"%s"}\n' "$1"
}

# Answers --help with the command's own `help`, and refuses an option that it does not name.
# Nothing is built for either.
read_options() {
    local word options
    for word in "${arguments[@]}"; do
        case "$word" in
            --help | -h) help && exit 0 ;;
        esac
    done
    options="$(help | grep -oE -e '--[a-z]+(-[a-z]+)*')"
    for word in "${arguments[@]}"; do
        if [[ "$word" == -* ]] && ! grep -qxF -e "$word" <<< "$options"; then
            failed=2 refuse "$word"
        fi
    done
}

refuse() {
    fail "not understood: $1; scripts/$(basename "$0") --help says more"
}

# The first JDK 25 of JAVA_HOME, PATH and /usr/lib/jvm becomes JAVA_HOME.
find_java() {
    local candidate on_path=""
    if command -v javac > /dev/null; then
        on_path="$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"
    fi
    for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*; do
        if is_jdk_25 "$candidate"; then
            export JAVA_HOME="$candidate"
            return
        fi
    done
    fail "a JDK 25 is needed and was not found in JAVA_HOME, PATH or /usr/lib/jvm." \
        "Install one (Debian and Ubuntu: openjdk-25-jdk or temurin-25-jdk) or set JAVA_HOME."
}

is_jdk_25() {
    [[ -n "$1" && -x "$1/bin/javac" && -f "$1/release" ]] &&
        grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

can_install() {
    [[ "$(id -u)" == 0 ]] && command -v apt-get > /dev/null
}

# install_packages PACKAGE...: Debian's, saying so.
install_packages() {
    echo "Installing Debian packages: $*"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        > /dev/null 2>&1 ||
        { apt-get update -qq > /dev/null 2>&1 &&
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
                > /dev/null 2>&1; }
}

has_maven() {
    local version
    command -v mvn > /dev/null || return 1
    version="$(mvn -B -v 2> /dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)"
    [[ "$(printf '3.8.7\n%s\n' "$version" | sort -V | head -n 1)" == 3.8.7 ]]
}

find_maven() {
    has_maven && return
    if can_install; then
        install_packages maven || true
    fi
    has_maven || fail "Maven 3.8.7 or newer is needed: install it (Debian and Ubuntu: maven)."
}

# What a module may be made of, and how its Java runs; a command may say it more narrowly.
module_sources=(pom.xml shared-protocol hardware counter-agent fleet-server scripts)
java_options=()

# run_module NAME MAIN ARGUMENT...: builds scripts/NAME when it is older than its sources, runs it.
run_module() {
    local name="$1" main="$2"
    shift 2
    local target="$root/scripts/$name/target"
    find_java
    mkdir -p "$target"
    (
        # Two commands at once must not build the same jar.
        flock 9
        module_is_fresh "$target" || build_module "$name" "$target"
    ) 9> "$target/build.lock"
    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC "${java_options[@]}" \
        --enable-native-access=ALL-UNNAMED \
        -Dassistcounter.root="$root" -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
        -cp "$target/$name-0.1.0-SNAPSHOT.jar:$target/lib/*" "$main" "$@"
}

module_is_fresh() {
    local stamp="$1/built.stamp"
    [[ -f "$stamp" ]] || return 1
    [[ -z "$(cd "$root" && find "${module_sources[@]}" \
        -name target -prune -o -path '*/src/test' -prune -o \
        \( -path '*/src/*' -o -name pom.xml \) -newer "$stamp" -print -quit)" ]]
}

build_module() {
    local name="$1" target="$2" log="$2/build.log"
    find_maven
    echo "Building scripts/$name …" >&2
    touch "$target/built.next"
    (cd "$root" && mvn -B -ntp -Pfast -T1C -pl "scripts/$name" -am package) > "$log" 2>&1 || {
        grep -E -A4 '^\[(ERROR|WARNING)\] .*\.java' "$log" | head -40 >&2 || tail -n 30 "$log" >&2
        fail "the build failed; all of it is in $log"
    }
    mv "$target/built.next" "$target/built.stamp"
}

# Finds the tools that scripts/run and scripts/test need. Sourced, not run.

fail() {
    echo "$(basename "$0"): $*" >&2
    exit 1
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

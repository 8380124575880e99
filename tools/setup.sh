# shellcheck shell=bash disable=SC2034 # the scripts that source it read its variables
# Sourced by tools/diorama and tools/check: finds what the engine needs on this machine and, as root
# on a machine with apt, installs what is missing. Everything it says goes to stderr.
#
# DIORAMA_INSTALL=no keeps it from installing anything.

# Exit codes of the house; see README.md.
readonly exit_unavailable=69 exit_internal=70 exit_cannot_create=73

say() { printf 'diorama: %s\n' "$*" >&2; }

# The version of the Java home $1, such as 17.0.15: from its "release" file, which costs no JVM start.
version_of_java() {
  local key value
  if [ -r "$1/release" ]; then
    while IFS='=' read -r key value; do
      if [ "$key" = JAVA_VERSION ]; then
        printf '%s' "${value//\"/}"
        return
      fi
    done <"$1/release"
  fi
  "$1/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p'
}

# Sets java_home, java_version and java_major to the first Java 17 or newer among JAVA_HOME, PATH and
# Debian's folder. With the argument "jdk" it must have a compiler too.
find_java() {
  local home tool=java on_path
  [ "${1:-}" != jdk ] || tool=javac
  on_path=$(command -v "$tool") && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/*}
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*; do
    if [ -n "$home" ] && [ -x "$home/bin/$tool" ]; then
      java_home=$home
      java_version=$(version_of_java "$home")
      java_major=${java_version%%[!0-9]*}
      [ "${java_major:-0}" -lt 17 ] || return 0
    fi
  done
  return 1
}

# Whether a shared library whose name matches the pattern $1 is installed.
has_library() {
  local folder
  local IFS=:
  for folder in ${LD_LIBRARY_PATH:-} /usr/lib/*-linux-gnu /usr/lib64 /usr/lib; do
    # shellcheck disable=SC2086 # the pattern must expand
    compgen -G "$folder/$1" >/dev/null && return 0
  done
  return 1
}

has_egl() { has_library libEGL.so.1; }

# EGL alone can't draw: it loads Mesa's software rasterizer or a vendor's driver.
has_egl_driver() {
  has_library 'dri/swrast_dri.so' || has_library 'libgallium-*.so' || has_library 'libEGL_nvidia.so.0'
}

# Debian 13 dropped Java 17; its default is newer.
jdk_package() {
  if ! apt-cache show openjdk-17-jdk-headless >/dev/null 2>&1 \
    && apt-cache show default-jdk-headless >/dev/null 2>&1; then
    echo default-jdk-headless
  else
    echo openjdk-17-jdk-headless
  fi
}

# What a person types to get the packages named.
install_line() {
  local line="apt-get update && apt-get install -y --no-install-recommends $*"
  if [ "$(id -u)" = 0 ]; then
    echo "$line"
  elif command -v sudo >/dev/null; then
    echo "sudo sh -c '$line'"
  else
    echo "su -c '$line'"
  fi
}

# Installs the Debian packages named; false where that isn't allowed or fails.
install() {
  local log
  if [ "${DIORAMA_INSTALL:-yes}" = no ] || [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    return 1
  fi
  say "installing $* with apt-get"
  log=$(mktemp)
  if (
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q -o DPkg::Lock::Timeout=300 update \
      && apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"
  ) </dev/null >"$log" 2>&1; then
    rm -f "$log"
  else
    tail -n 15 "$log" >&2
    rm -f "$log"
    return 1
  fi
}

# Makes sure that what the arguments name is here: "java", "jdk", "maven", "renderer", "fonts", "npm", "browser". All
# that is missing is installed in one go. Ends the script when Java or Maven can't be had. Another missing
# library only makes this function false: what then happens is the caller's choice.
need() {
  local what java="" line packages=()
  for what in "$@"; do
    case $what in
      java | jdk)
        java=$what
        find_java "$what" || packages+=("$(jdk_package)")
        ;;
      maven) command -v mvn >/dev/null || packages+=(maven) ;;
      renderer)
        has_egl || packages+=(libegl1)
        has_egl_driver || packages+=(libgl1-mesa-dri)
        ;;
      fonts)
        # What Java draws text with; Debian 12's Java 17 brings it along, Debian 13's Java doesn't.
        if [[ ${packages[*]} != *openjdk-17* ]]; then
          has_library libfontconfig.so.1 || packages+=(libfontconfig1)
          has_library libharfbuzz.so.0 || packages+=(libharfbuzz0b)
        fi
        ;;
      npm) command -v npm >/dev/null || packages+=(npm) ;;
      browser) command -v chromium >/dev/null || packages+=(chromium) ;;
    esac
  done
  [ ${#packages[@]} != 0 ] || return 0
  if install "${packages[@]}"; then
    hash -r
    if [ -z "$java" ] || find_java "$java"; then
      return 0
    fi
  fi
  line=$(install_line "${packages[@]}")
  case " ${packages[*]} " in
    *jdk* | *\ maven\ *)
      say "Java 17 or newer (a JDK) and Maven are needed; on Debian or Ubuntu type: $line"
      exit $exit_unavailable
      ;;
  esac
  say "missing for $*: ${packages[*]}; on Debian or Ubuntu type: $line"
  return 1
}

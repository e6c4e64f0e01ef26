# What both commands need before they can build: Debian's packages and Swift. Sourced, not run.
#
# Exit statuses are sysexits': 69 where something is missing that only the user can supply.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$1"
  exit "${2:-69}"
}

# The newest PostgreSQL that is installed and new enough, or else the one that the Debian release brings.
postgresql_version() {
  local found=0 folder version
  for folder in /usr/lib/postgresql/*/bin/initdb; do
    version=${folder#/usr/lib/postgresql/}
    version=${version%%/*}
    if [[ -x $folder && $version =~ ^[0-9]+$ ]] && ((version >= 15 && version > found)); then found=$version; fi
  done
  if ((found == 0)); then
    found=15
    # shellcheck source=/dev/null
    if [[ $(. /etc/os-release && echo "${VERSION_ID:-}") == 13 ]]; then found=17; fi
  fi
  echo "$found"
}

is_installed() { [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# need_packages PACKAGE...: installs those that are missing, or says how.
need_packages() {
  command -v dpkg-query >/dev/null || fail "This needs Debian 12 or later, whose packages it installs."
  local missing=() package
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  ((${#missing[@]} == 0)) && return

  local as=()
  if ((EUID != 0)); then
    if ! sudo -n true 2>/dev/null; then
      fail "sudo apt-get install --no-install-recommends ${missing[*]}"
    fi
    as=(sudo -n)
  fi
  say "Installing ${missing[*]}"
  local apt=("${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=500)

  # Debian makes and starts a database cluster with the server's first installation; nothing here uses one.
  local held=
  if ! is_installed postgresql-common; then
    held=/etc/postgresql-common/createcluster.d/est.conf
    "${as[@]}" mkdir -p "${held%/*}"
    echo 'create_main_cluster = false' | "${as[@]}" tee "$held" >/dev/null
  fi
  local status=0
  local install=(install -y --no-install-recommends "${missing[@]}")
  # The first try fails where the lists of packages are absent or old.
  "${apt[@]}" "${install[@]}" &>/dev/null ||
    { "${apt[@]}" update >&2 && "${apt[@]}" "${install[@]}" >&2; } || status=$?
  [[ -z $held ]] || "${as[@]}" rm -f "$held"
  ((status == 0)) || fail "The packages could not be installed: ${missing[*]}"
}

# Puts a Swift that is new enough first on the path.
need_swift() {
  local oldest=6.2 folders folder version other=
  IFS=: read -r -a folders <<<"$PATH"
  folders+=(/opt/swift*/usr/bin /usr/local/swift*/usr/bin /usr/libexec/swift/bin /usr/libexec/swift/*/bin
    "${SWIFTLY_BIN_DIR:-${HOME:-}/.local/share/swiftly/bin}")
  for folder in "${folders[@]}"; do
    [[ -x $folder/swift ]] || continue
    # An unpacked toolchain does not start without the libraries that swift.org lists for Debian.
    "$folder/swift" --version &>/dev/null ||
      need_packages g++ libcurl4-openssl-dev libedit-dev libncurses-dev libsqlite3-dev libxml2-dev tzdata zlib1g-dev
    version=$("$folder/swift" --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p')
    if [[ -n $version && $(printf '%s\n' "$oldest" "$version" | sort -V | head -n 1) == "$oldest" ]]; then
      PATH=$folder:$PATH
      return
    fi
    other=" and not ${version:-one that does not start}"
  done
  fail "Swift $oldest or later is needed$other: https://www.swift.org/install/linux/"
}

# prepare [PACKAGE...]: and those packages.
prepare() {
  local postgresql packages
  postgresql=$(postgresql_version)
  # git fetches the Swift packages; pkgconf finds the libraries' headers; Clp solves what the public version is proved by;
  # weasyprint makes PDF; the server runs in clusters of est's own.
  packages=(git pkgconf libpq-dev coinor-libclp-dev libxlsxwriter-dev weasyprint
    "postgresql-$postgresql" "postgresql-$postgresql-postgis-3"
    "postgresql-$postgresql-postgis-3-scripts" "$@")
  # Swift brings its compiler, but links with the C++ library of the system.
  compgen -G '/usr/lib/gcc/*/*/libstdc++.so' >/dev/null || packages+=(g++)
  need_packages "${packages[@]}"
  need_swift
}

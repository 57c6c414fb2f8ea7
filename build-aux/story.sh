# Sourced: a centre and desks in a scratch folder, by the real programs. Used by run and screenshots.
story_bin=${story_bin:-$PWD/_build/src}

story_centre() { # folder, regency: starts a centre on a free port of this computer
  story_dir=$1
  printf 'latihan-1234\n' >"$story_dir/password"
  export PAMONG_PASSWORD_FILE="$story_dir/password"
  "$story_bin/server/pamong-server" admin init --regency "$2" --data "$story_dir/centre" >/dev/null
  story_serve
}

story_serve() {
  "$story_bin/server/pamong-server" --listen "127.0.0.1:${story_port:-0}" --data "$story_dir/centre" >"$story_dir/centre.log" 2>&1 &
  story_server=$!
  for _ in $(seq 100); do grep -q '^listening on ' "$story_dir/centre.log" && break; sleep 0.1; done
  story_url=$(sed -n 's/^listening on //p' "$story_dir/centre.log" | head -n 1)
  story_port=${story_url##*:} # a restart stays at the address the desks know
  [ -n "$story_url" ] || { cat "$story_dir/centre.log" >&2; return 1; }
}

story_desk() { # name, level, area, operator
  printf '%s\n' "$4" >"$story_dir/$1.name"
  printf '%s\n' "$3" >"$story_dir/$1.area"
  printf '%s\n' "$2" >"$story_dir/$1.level"
  story_ctl "$1" init --level "$2" --area "$3" --operator "$4" >"$story_dir/$1.init" 2>&1
}

story_name() { cat "$story_dir/$1.name"; }
story_area() { cat "$story_dir/$1.area"; }

story_ctl() { # desk, command …
  local desk=$1; shift
  "$story_bin/tools/pamongctl" --data "$story_dir/$desk" --operator "$(story_name "$desk")" --json "$@"
}

story_enrol() { # desk
  local code
  code=$("$story_bin/server/pamong-server" admin code --level "$(cat "$story_dir/$1.level")" --area "$(story_area "$1")" --data "$story_dir/centre" | tail -n 1)
  story_ctl "$1" enrol --server "$story_url" --code "$code" >/dev/null
}

#!/bin/sh
# Reads of files and times under libFuzzer, which the Swift tool chain for Linux brings along.
#   Tests/FuzzTests/LibFuzzer/run.sh FOLDER [options of libFuzzer, such as -max_total_time=300]
# What is built and found is kept in the folder. The package must have been built once, for its embedded files.
set -eu
cd "$(dirname "$0")/../../.."
folder=$1
shift
mkdir -p "$folder/corpus"
# The compiler keeps an object whose code is the same, however it was to be instrumented.
rm -f "$folder"/*.o
resources=$(ls .build/*/debug/Intake.build/DerivedSources/embedded_resources.swift | head -1)
# What the tool chain asks for by itself its own libFuzzer no longer reads.
coverage="-sanitize=fuzzer -Xllvm -sanitizer-coverage-inline-8bit-counters=1 -Xllvm -sanitizer-coverage-pc-table=1
  -Xllvm -sanitizer-coverage-trace-pc-guard=0"
module() {
  name=$1
  shift
  swiftc -O -wmo -parse-as-library -swift-version 6 -enable-testing -module-name "$name" -I "$folder" \
    $coverage -emit-module -emit-module-path "$folder/$name.swiftmodule" \
    -c -o "$folder/$name.o" "$@"
}
module StateMachine $(find Sources/StateMachine -name '*.swift')
module EST $(find Sources/EST -name '*.swift')
module Intake $(find Sources/Intake -name '*.swift') "$resources"
swiftc -O -parse-as-library -swift-version 6 -module-name Target -I "$folder" $coverage \
  -o "$folder/target" Tests/FuzzTests/LibFuzzer/Target.swift \
  "$folder/StateMachine.o" "$folder/EST.o" "$folder/Intake.o"
cd "$folder"
exec ./target corpus "$@"

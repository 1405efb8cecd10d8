// Timings within one process, printed as tables; see Benchmarks/README.md.
//
//     swift run -c release --package-path Benchmarks Timings

let arguments = Set(CommandLine.arguments.dropFirst())
func isAsked(_ name: String) -> Bool { arguments.isEmpty || arguments.contains(name) }

if isAsked("cycles") { try timeCycles(seeds: 50) }
if isAsked("classes") { try timeClassPrograms(runs: 21) }
if isAsked("bowls") { try timeBowls(runs: 21, states: 1) }

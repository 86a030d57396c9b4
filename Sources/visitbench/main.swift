import VisitCommands

/// The benchmarks' door. All that it does is in VisitCommands.
VisitBench.launch()

import VisitBench

/// The benchmarks' door. All that it does is in VisitBench.
VisitBench.launch()

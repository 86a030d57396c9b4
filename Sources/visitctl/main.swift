import VisitCommands

/// The command line's door. All that it does is in VisitCommands.
VisitCtl.launch()

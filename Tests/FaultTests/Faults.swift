import Testing

/// Faults as they come: processes that are killed, frozen and stopped, a server that is killed, answers that are lost.
///
/// One test at a time: each measures or races processes, and the machine may have two cores.
@Suite(.serialized) enum Faults {}

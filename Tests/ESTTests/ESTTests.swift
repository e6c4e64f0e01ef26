import Testing

@Suite struct ESTTests {}

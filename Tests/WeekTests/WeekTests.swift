import Testing

@Suite struct WeekTests {}

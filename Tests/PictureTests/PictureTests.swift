import Testing

@Suite struct PictureTests {}

import EST

extension ProblemOrigin: StoredAsText {}
extension Bone: StoredAsText {}
extension CauseKind: StoredAsText {}
extension EvidenceStrength: StoredAsText {}
extension Influence: StoredAsText {}
extension ActionKind: StoredAsText {}
extension ActionApproach: StoredAsText {}
extension ActionTerm: StoredAsText {}
extension ActionColour: StoredAsText {}
extension Signatory: StoredAsText {}

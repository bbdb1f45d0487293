/// All rules, in the order in which the handbook lists them. A new rule needs a line here; a test finds one that is missing.
package enum Catalogue {
    package static let rules: [any Rule.Type] = [
        FootnoteUndefined.self,
        FootnoteUnreferenced.self,
        FootnoteDuplicate.self,
        FootnoteSequence.self,
        FootnoteOrder.self,
        FootnoteEmpty.self,
        FootnoteRepeated.self,
        FootnotePlacement.self,
        FootnoteTerminator.self,
        FootnoteMalformed.self,
        FootnoteOtherForm.self,

        TotalMismatch.self,
        PartExceedsTotal.self,
        BalanceMismatch.self,
        CountMismatch.self,
        ConversionMismatch.self,
        PercentageMismatch.self,
        TableMismatch.self,
        LedgerMismatch.self, LedgerDrift.self, FigureConflict.self,
        NumberMalformed.self,

        DateInvalid.self, RangeReversed.self, DateAfterUpdate.self, MilestoneOrder.self, EntryIntoForce.self,
        TreatyDeadline.self, TreatyStanding.self, TreatyDate.self, DateMismatch.self, MeetingCalendar.self, SessionYear.self,
        SourceOrder.self,
        ChronologyOrder.self,
        DurationMismatch.self, TransparencyReport.self,

        FrontMatterMissing.self,
        FrontMatterSyntax.self,
        FrontMatterKey.self,
        FrontMatterValue.self,

        SectionMissing.self,
        SectionOrder.self,
        SectionUnknown.self,
        SectionEmpty.self,
        SectionDuplicate.self,
        HeadingLevel.self,
        FileName.self,
        Encoding.self,
        BracketUnbalanced.self,
        QuoteUnbalanced.self,
        WaiverReason.self,
        WaiverUnused.self,

        Term.self,
        Designation.self,
        Misspelling.self,
        ConfusedWord.self,
        RepeatedWord.self,
        RepeatedSentence.self,
        FullStopMissing.self,
        AcronymUndefined.self,
        AcronymRedefined.self,
        DateForm.self,
        NumberForm.self,
        OrdinalForm.self,
        RangeDash.self,
        QuoteForm.self,
        EllipsisForm.self,
        PercentForm.self,
        CurrencyForm.self,
        Spacing.self,
        CitationForm.self,

        UpdateNotBumped.self,
        UpdateMovedBack.self,
        FactChanged.self,
        FigureUnsourced.self,
        HistoryRewritten.self,
    ]

    /// The names of all rules and groups, sorted.
    package static let names: [String] = (rules.map { $0.about.name } + RuleGroup.allCases.map(\.rawValue)).sorted()

    /// What is found in settings and in the files that they name or stand beside: no rule looks for it in profiles, but it has pages.
    package static let others: [RuleDescription] = [SettingsReader.about, TopicReader.about, ReferenceReader.about]

    package static func isKnown(_ name: String) -> Bool { names.contains(name) }

    package static func rule(named name: String) -> (any Rule.Type)? { rules.first { $0.about.name == name } }
}

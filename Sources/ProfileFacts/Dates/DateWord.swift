/// What a word is to a reader of events and their dates; a word is one of these only.
public enum DateWord: UInt8, Sendable {
    case none
    // What a state does with a treaty.
    case sign, signature, ratify, ratification, accede, accession, accept, approve, succeed, deposit, become, party, enter, force
    case withdraw, notify, effect, join
    /// Parliament, president, law: what ratifies at home.
    case domestic
    // Deadlines.
    case deadline, original, extended, stockpile, destruction, clearance, due, report, annual, submit
    // Meetings.
    case meeting, conference, review, intersessional, standing, committee, session, assembly, resolution, summit
    /// `15MSP`
    case shortMeeting
    /// Another body than the General Assembly that has sessions or resolutions.
    case otherBody
    /// A word that a treaty's name can begin with, or that stands for one.
    case treaty
    // Tense.
    case modal, plan, past, be, have, until, before, since
    // Spans.
    case year, month, week, day, period
    // Sources.
    case source, said
    case that, state

    /// What the words of a sentence are.
    struct Several: OptionSet, Sendable {
        let rawValue: UInt64
        init(rawValue: UInt64) { self.rawValue = rawValue }
        init(_ words: DateWord...) { rawValue = words.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

        mutating func add(_ word: DateWord) { self = Several(rawValue: rawValue | 1 &<< UInt64(word.rawValue)) }
        func has(_ word: DateWord) -> Bool { rawValue &>> UInt64(word.rawValue) & 1 != 0 }

        /// What can tell what happened, or is to happen, on a date.
        static let events = Several(
            .sign, .ratify, .ratification, .accede, .accession, .accept, .approve, .succeed, .deposit, .party, .force, .withdraw,
            .effect, .domestic, .deadline, .due, .submit, .meeting, .conference, .summit, .session, .intersessional, .until, .said
        )
        /// What names a meeting, a session or a resolution.
        static let meetings = Several(
            .meeting, .conference, .summit, .intersessional, .standing, .session, .resolution, .shortMeeting)
    }
}

enum DateWords {
    static let plain: [(DateWord, String)] = [
        (.sign, "signed signing"), (.signature, "signature signatory"),
        (.ratify, "ratified ratifying ratify"), (.ratification, "ratification"),
        (.accede, "acceded acceding accede"), (.accession, "accession"),
        (.accept, "accepted acceptance"), (.approve, "approved approval"),
        (.succeed, "succeeded succession"), (.deposit, "deposited depositing deposit lodged lodging"),
        (.become, "became becoming become been"), (.party, "party parties"),
        (.enter, "entered enters entering enter entry"), (.force, "force binding"),
        (.withdraw, "withdrew withdrawal withdraw withdrawing"), (.notify, "notified notification"),
        (.effect, "effect effective"), (.join, "joined joining join"),
        (
            .domestic,
            "parliament parliamentary senate duma congress president presidential cabinet legislature legislative law bill decree"
        ),
        (.domestic, "chamber deputies king monarch gazette legislation lawmakers rada knesset diet bundestag act promulgated"),
        (.domestic, "domestic domestically prime parliament’s referendum bulletin"),
        (.deadline, "deadline deadlines"), (.original, "original initial originally initially treaty-mandated"),
        (
            .extended,
            "extended extension extensions extend extending new revised second third fourth further request requested requesting"
        ),
        (.extended, "prolonged interim current granted additional requests prolong self-imposed own national internal"),
        (.stockpile, "stockpile stockpiled stockpiles stocks stock"), (.destruction, "destruction destroy destroying"),
        (.clearance, "clearance clear clearing demining mine-clearance"), (.due, "due overdue"),
        (.report, "report reports reporting reported"), (.annual, "annual annually updated update updates yearly"),
        (.submit, "submitted submitting submits provided"),
        (.meeting, "meeting meetings"), (.conference, "conference conferences"), (.review, "review"),
        (.intersessional, "intersessional intersessionals inter-sessional"), (.standing, "standing"),
        (.committee, "committee committees"), (.session, "session"), (.assembly, "assembly unga assembly’s unga’s"),
        (.resolution, "resolution resolutions res"), (.summit, "summit"),
        (.otherBody, "security rights ecosoc health unesco council hrc inter-parliamentary oas parliamentarians"),
        (
            .treaty,
            "treaty convention ottawa ccm ccw apmbc antipersonnel anti-personnel protocol statute covenant npt att bwc cwc treaty’s"
        ),
        (.treaty, "amended conventions protocols pact treaties agreement convention’s mbt ccw’s ccm’s apmbc’s"),
        (.modal, "will would shall should must may can could might cannot"),
        (
            .plan,
            "plan plans planned planning intends intended intend intention expects expected expect anticipated anticipates scheduled"
        ),
        (.plan, "hopes hoped hope aims aimed aim aiming proposed proposes propose upcoming forthcoming foreseen foresees"),
        (.plan, "envisages envisaged envision target targets targeted tentatively postponed deferred delayed next pledged"),
        (.plan, "committed commits pending seeks seeking proposal predicted projected estimates projects foresaw strategy wants"),
        (
            .plan,
            "rescheduled prepares preparing likely future eventual ends expires expire expiring expiry ending budget budgeted"
        ),
        (.past, "was were had did began took sent gave made held met wrote went came saw found led brought lost spoke stood"),
        (.past, "rose fell grew drew wore won chose broke flew laid fired hit blew"),
        (.said, "said stated announced declared reiterated told confirmed claimed explained informed"),
        (.be, "be is are being"), (.have, "has"), (.until, "until till through by"), (.before, "before prior"), (.since, "since"),
        (.year, "year years year-long"), (.month, "month months"), (.week, "week weeks"), (.day, "day days"),
        (.period, "period calendar fiscal"),
        (.source, "statement letter email interview interviewed meeting-notes remarks presentation declaration explanation"),
        (.that, "that whether if"), (.state, "state states"),
    ]

    /// `twenty-sixth` to `ninety-ninth`: sessions of the General Assembly.
    static let ordinals: [(String, Int32)] = {
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        let units = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
        var words: [(String, Int32)] = []
        for (ten, word) in tens.enumerated() {
            words.append((word.dropLast() + "ieth", Int32(ten + 2) * 10))
            for (unit, ending) in units.enumerated() { words.append((word + "-" + ending, Int32((ten + 2) * 10 + unit + 1))) }
        }
        return words
    }()

    /// `nine-year`, `six-month`: the value is the number.
    static let durations: [(String, DateWord, Int32)] = {
        let numbers = LexiconWords.valued.first { $0.0 == .cardinal }?.1 ?? []
        let units: [(String, DateWord)] = [("year", .year), ("month", .month), ("week", .week), ("day", .day)]
        return numbers.filter { $0.1 > 0 }.flatMap { number in units.map { ("\(number.0)-\($0.0)", $0.1, number.1) } }
    }()
}

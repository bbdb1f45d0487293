/// The words of ``Lexicon`` by their roles.
enum LexiconWords {
    static let valued: [(WordRoles, [(String, Int32)])] = [
        (
            .cardinal,
            [
                ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
                ("eight", 8),
                ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15),
                ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30),
                ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
            ]
        ),
        (.scale, [("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("m", 6), ("bn", 9)]),
        (.dozen, [("dozen", 12)]),
        (
            .month,
            [
                ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7), ("august", 8),
                ("september", 9), ("october", 10), ("november", 11), ("december", 12), ("jan", 1), ("feb", 2), ("mar", 3),
                ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12),
            ]
        ),
        (
            .weekday,
            [
                ("monday", 1), ("tuesday", 2), ("wednesday", 3), ("thursday", 4), ("friday", 5), ("saturday", 6), ("sunday", 7),
            ]
        ),
        (
            .ordinal,
            [
                ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
                ("eighth", 8),
                ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13), ("fourteenth", 14),
                ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18), ("nineteenth", 19),
                ("twentieth", 20), ("thirtieth", 30), ("twenty-first", 21), ("twenty-second", 22), ("twenty-third", 23),
                ("twenty-fourth", 24), ("twenty-fifth", 25),
            ]
        ),
        (.unit, MeasureUnit.words),
    ]

    static let plain: [(WordRoles, String)] = [
        (.half, "half"),
        (.fraction, "third thirds quarter quarters fifths tenths halves two-thirds one-third three-quarters one-quarter"),
        (
            .datePreposition,
            "in since by until till before after during from to and between of for through around circa around mid"
        ),
        (.about, "approximately about around roughly some almost nearly circa estimated estimate approx ca reportedly"),
        (.beyond, "over exceeding above"),
        (.short, "under below almost nearly"),
        (.more, "more greater"),
        (.less, "less fewer"),
        (.least, "least"),
        (.most, "most"),
        (.than, "than"),
        (.up, "up"),
        (.and, "and plus"),
        (.or, "or"),
        (.of, "of"),
        (.to, "to"),
        (.from, "from"),
        (.by, "by"),
        (.for, "for"),
        (.after, "after"),
        (.in, "in"),
        (.as, "as"),
        (.at, "at"),
        (.which, "which whom"),
        (.these, "these those them this they"),
        (.among, "among amongst"),
        (.article, "the a an its their his her our"),
        (.while, "while whereas whilst"),
        (
            .comparison,
            "up down compared versus against per each every average respectively previously formerly earlier rate than"
        ),
        (.comparison, "ratio annually apiece score aged age"),
        (.other, "another further additional other others remaining remainder rest additionally"),
        (.vague, "several many numerous few various unknown unspecified number numbers others rest remainder undetermined"),
        (.vague, "dozens hundreds thousands millions scores handful couple unidentified both"),
        (.total, "total totals sum"),
        (.totalling, "totaling totalling totaled totalled amounting altogether overall"),
        (.including, "including includes include included"),
        (.comprising, "comprising comprised comprises comprise composed consisting consisted consists consist"),
        (.namely, "namely specifically i.e"),
        (.leaving, "leaving leaves left-over"),
        (.reducing, "reducing reduced bringing brought lowering lowered cutting cut decreasing decreased reduces brings"),
        (.reducing, "dropped fell falling dropping declined declining"),
        (.remaining, "left remaining remain remains remained"),
        (.taking, "using used destroying destroyed consuming consumed expended expending transferred transferring exported"),
        (.taking, "disposed detonated detonating removed removing donated sold lost spent withdrawn disassembled dismantled"),
        (.taking, "eliminated eliminating handed blew exploded cancelled released cleared"),
        (.holding, "had held holding stockpiled possessed owned stock stocks stockpile stockpiles inventory inherited kept"),
        (.holding, "declared holdings stood retained retains keeps holds began started opened"),
        (.adding, "adding added increasing increased raising raised rose growing grew bringing brought acquired acquiring"),
        (.page, "p pp page pages para paras paragraph paragraphs footnote footnotes"),
        (
            .provision,
            "article articles art arts form forms protocol annex annexes section sections chapter clause part action actions"
        ),
        (
            .provision,
            "goal step phase phases table figure box vol volume issue round level class group grade category line appendix"
        ),
        (.provision, "schedule stage session principle standard standards imas area task lot batch brigade battalion regiment"),
        (.provision, "division corps highway route road street building room flight zone sector km-marker unit units"),
        (.law, "resolution resolutions law laws decree decrees order act decision decisions regulation regulations directive"),
        (.law, "ordinance statute bill instruction document doc order-in-council"),
        (.numberSign, "no nos nr n° № number"),
        (
            .designationHead,
            "type model mai pmr mk mark trampmina sakaramiina putkimiina valmara ts vs sb ranger modell typ minen miina"
        ),
        (
            .currency,
            "usd eur gbp chf sek nok dkk jpy cad aud nzd rub rur uah byn byr pln czk huf try cny rmb inr krw zar us brl mxn"
        ),
        (.currency, "cop afn pkr iqd jod lkr thb vnd khr rsd bam hrk all mkd amd azn gel kzt"),
        (.percent, "percent percentage"),
        (.rate, "rate rates exchange"),
        (
            .kind,
            "types kinds models varieties categories countries states parties designs versions variants sorts locations places"
        ),
        (
            .kind,
            "provinces districts regions areas municipalities villages towns cities governorates departments communes counties"
        ),
        (.kind, "companies organizations organisations operators agencies factories institutions firms enterprises ngos groups"),
        (.kind, "ministries signatories donors members nations territories facilities depots sites bases republics units"),
        (.kind, "conferences meetings workshops reasons purposes plants phases stages tasks"),
        (.counted, "mines landmines mine landmine casualties people persons victims civilians soldiers incidents devices items"),
        (.counted, "munitions submunitions bombs shells grenades rockets fuzes detonators explosives minefields deminers teams"),
        (.counted, "men women children boys girls survivors weapons antipersonnel antivehicle anti-personnel anti-vehicle"),
        (.counted, "dead killed injured wounded hurt states countries pieces cassettes canisters homes houses hectares"),
        (.nameEnd, "of in at on by to from for with under over into during between through against about as per via within"),
        (
            .nameEnd,
            "without across near around before after since until upon off along among that which who whom whose where when"
        ),
        (.nameEnd, "while whereas but and or nor plus than because although though if so was were is are be been being has have"),
        (.nameEnd, "had do does did will would can could may might must should shall not did it they he she we"),
        (.nameEnd, "reported stated declared said found based using including comprising left remaining remained remain"),
        (.nameEnd, "destroyed retained cleared produced transferred stockpiled used emplaced laid kept"),
        (
            .nameEnd,
            "comprises comprised comprise consists consisted consist include includes included totaled totalled took take"
        ),
        (.nameEnd, "this these those all also only both the a an its their his her leaving reducing bringing"),
        (
            .abbreviation,
            "mr mrs ms dr st no nos p pp vol vols art arts amb gen maj lt col capt sgt brig adm hon rev prof sen rep gov"
        ),
        (
            .abbreviation,
            "jr sr vs etc al ed eds ch fig para paras approx ca dept univ inc ltd co corp maj.-gen lt.-gen lt.-col brig.-gen"
        ),
        (
            .abbreviation,
            "jan feb mar apr jun jul aug sep sept oct nov dec cf viz ibid op cit ph.d u.s u.k u.n e.g i.e a.m p.m nr res"
        ),
        (.partOfPeriod, "mid early late end beginning start middle"),
        (.between, "between"),
        (.except, "except excluding without minus not never neither apart other-than"),
    ]
}

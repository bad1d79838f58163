using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>Questions about present work, qualifications, schooling, and the work that the client wishes for.</summary>
internal static class WorkQuestions
{
    private const int QualificationRows = 5;

    private static readonly (WorkForm? Value, RubyText Words)[] Forms =
    [
        (WorkForm.Permanent, "{正社員|せいしゃいん}"), (WorkForm.FixedTerm, "{契約社員|けいやくしゃいん}・{嘱託|しょくたく}"), (WorkForm.Agency, "{派遣|はけん}"),
        (WorkForm.PartTime, "パート・アルバイト"), (WorkForm.SelfEmployed, "{自分|じぶん}の{店|みせ}や、フリーの{仕事|しごと}"), (WorkForm.HomeWork, "{家|いえ}でする{仕事|しごと}"),
    ];

    private static readonly Func<WorkFacts, bool> MayWork = f => f.Form != WorkForm.NotWorking; // who has lost work is not asked what it pays

    public static IReadOnlyList<Question> All { get; } =
    [
        new Question<WorkFacts, WorkForm?>(FactPurpose.Work, FactPlaces.Work, f => f.Form,
            new OneAnswer<WorkForm?>(w => w?.InJapanese ?? "", [.. Forms, (WorkForm.NotWorking, "いまは{働|はたら}いていない")]))
        {
            Code = "work.form",
            Words = "いま、どのように{働|はたら}いていますか",
            IsSuggested = true,
            With = (f, v) => f with { Form = v },
        },
        new Question<WorkFacts, int?>(FactPurpose.Work, FactPlaces.Work, f => f.WeeklyHours, new NumberAnswer("{時間|じかん}"))
        {
            Code = "work.hours",
            Words = "1{週間|しゅうかん}に、{何時間|なんじかん}くらい{働|はたら}いていますか",
            Hint = "だいたいで{大丈夫|だいじょうぶ}です。{働|はたら}いていないときは 0 と{書|か}いてください",
            Refusal = "{時間|じかん}が{長|なが}すぎます。1{週間|しゅうかん}は168{時間|じかん}です。",
            Suiting = MayWork,
            With = (f, v) => f with { WeeklyHours = v },
        },
        new Question<WorkFacts, int?>(FactPurpose.Work, FactPlaces.Work, f => f.MonthlyIncome, new NumberAnswer("{円|えん}"))
        {
            Code = "work.income",
            Words = "{自分|じぶん}の{仕事|しごと}の{給料|きゅうりょう}は、1か{月|げつ}にいくらですか",
            Hint = "{税金|ぜいきん}などが{引|ひ}かれる{前|まえ}の{金額|きんがく}です。だいたいで{大丈夫|だいじょうぶ}です",
            IsSuggested = true,
            Suiting = MayWork,
            With = (f, v) => f with { MonthlyIncome = v },
        },
        new Question<WorkFacts, int?>(FactPurpose.Work, FactPlaces.Work, f => f.HourlyWage, new NumberAnswer("{円|えん}") { None = "{時給|じきゅう}ではない" })
        {
            Code = "work.hourly",
            Words = "1{時間|じかん}の{給料|きゅうりょう}（{時給|じきゅう}）は、いくらですか",
            Hint = "{仕事|しごと}が2つ{以上|いじょう}あるときは、{長|なが}く{働|はたら}いているほうを{書|か}いてください",
            Refusal = "1{時間|じかん}の{給料|きゅうりょう}を{書|か}いてください。1か{月|げつ}の{給料|きゅうりょう}ではありません。",
            Suiting = f => f.MayBeEmployed,
            With = (f, v) => f with { HourlyWage = v },
        },
        new Question<WorkFacts, bool?>(FactPurpose.Work, FactPlaces.Work, f => f.HasEmploymentInsurance,
            new OneAnswer<bool?>(b => b is { } yes ? yes ? "あり" : "なし" : "", (true, "{入|はい}っている"), (false, "{入|はい}っていない")))
        {
            Code = "work.insurance",
            Words = "{雇用保険|こようほけん}に、{入|はい}っていますか",
            Hint = "{給料|きゅうりょう}の{紙|かみ}に「{雇用保険|こようほけん}」とあれば、{入|はい}っています。わからないときは「あとで」で{大丈夫|だいじょうぶ}です",
            Suiting = f => f.MayBeEmployed,
            With = (f, v) => f with { HasEmploymentInsurance = v },
        },
        new Question<WorkFacts, bool?>(FactPurpose.Work, FactPlaces.Work, f => f.HasSecondJob,
            new OneAnswer<bool?>(b => b is { } yes ? yes ? "あり" : "なし" : "", (true, "している"), (false, "していない")))
        {
            Code = "work.second",
            Words = "2つ{以上|いじょう}の{仕事|しごと}を、かけもちしていますか",
            Suiting = MayWork,
            With = (f, v) => f with { HasSecondJob = v },
        },
        new Question<WorkFacts, string>(FactPurpose.Work, FactPlaces.Work, f => f.OwnWords, new TextAnswer(isLong: true))
        {
            Code = "work.words",
            Words = "どこで、どんな{仕事|しごと}をしていますか",
            Suiting = MayWork,
            With = (f, v) => f with { OwnWords = v },
        },
        new Question<WorkFacts, string>(FactPurpose.Work, FactPlaces.Work, f => f.Career, new TextAnswer(isLong: true))
        {
            Code = "work.career",
            Words = "これまで、どんな{仕事|しごと}をしましたか",
            Hint = "おぼえていることだけで{大丈夫|だいじょうぶ}です。{例|れい}：{食堂|しょくどう}で3{年|ねん}、{工場|こうじょう}で{半年|はんとし}",
            With = (f, v) => f with { Career = v },
        },
        new Question<WishFacts, WorkForm?>(FactPurpose.Wishes, FactPlaces.Wishes, f => f.Form, new OneAnswer<WorkForm?>(w => w?.InJapanese ?? "", Forms))
        {
            Code = "wishes.form",
            Words = "これから、どのように{働|はたら}きたいですか",
            IsSuggested = true,
            With = (f, v) => f with { Form = v },
        },
        new Question<WishFacts, string>(FactPurpose.Wishes, FactPlaces.Wishes, f => f.Kinds, new TextAnswer(isLong: false))
        {
            Code = "wishes.kinds",
            Words = "どんな{仕事|しごと}をしたいですか",
            Hint = "{例|れい}：{事務|じむ}、{料理|りょうり}、まだ{決|き}めていない",
            IsSuggested = true,
            With = (f, v) => f with { Kinds = v },
        },
        new Question<WishFacts, string>(FactPurpose.Wishes, FactPlaces.Wishes, f => f.Hours, new TextAnswer(isLong: false))
        {
            Code = "wishes.hours",
            Words = "{働|はたら}ける{曜日|ようび}と{時間|じかん}は、いつですか",
            Hint = "{例|れい}：{月曜日|げつようび}から{金曜日|きんようび}の9{時|じ}から16{時|じ}",
            IsSuggested = true,
            With = (f, v) => f with { Hours = v },
        },
        new Question<WishFacts, int?>(FactPurpose.Wishes, FactPlaces.Wishes, f => f.MonthlyIncome, new NumberAnswer("{円|えん}"))
        {
            Code = "wishes.income",
            Words = "{給料|きゅうりょう}は、1か{月|げつ}にいくら{以上|いじょう}がよいですか",
            With = (f, v) => f with { MonthlyIncome = v },
        },
        new Question<WishFacts, string>(FactPurpose.Wishes, FactPlaces.Wishes, f => f.Area, new TextAnswer(isLong: false))
        {
            Code = "wishes.area",
            Words = "どこまでなら、{通|かよ}えますか",
            Hint = "{例|れい}：{家|いえ}から{自転車|じてんしゃ}で20{分|ぷん}まで",
            With = (f, v) => f with { Area = v },
        },
        new Question<WishFacts, string>(FactPurpose.Wishes, FactPlaces.Wishes, f => f.From, new TextAnswer(isLong: false))
        {
            Code = "wishes.from",
            Words = "いつから{働|はたら}きたいですか",
            With = (f, v) => f with { From = v },
        },
        new Question<WishFacts, string>(FactPurpose.Wishes, FactPlaces.Wishes, f => f.Others, new TextAnswer(isLong: true))
        {
            Code = "wishes.others",
            Words = "{仕事|しごと}をさがすとき、ほかに{大切|たいせつ}にしたいことは、ありますか",
            With = (f, v) => f with { Others = v },
        },
        new Question<WishFacts, Motivation?>(FactPurpose.Wishes, FactPlaces.Wishes, f => f.Motivation,
            new OneAnswer<Motivation?>(m => m?.InJapanese ?? "", (Motivation.AtOnce, "すぐに{働|はたら}きたい・{仕事|しごと}を{変|か}えたい"),
                (Motivation.AfterPreparing, "{準備|じゅんび}をしてから"), (Motivation.Undecided, "{迷|まよ}っている"), (Motivation.NotNow, "いまは、{考|かんが}えるのがむずかしい")))
        {
            Code = "wishes.motivation",
            Words = "{仕事|しごと}について、いまの{気持|きも}ちに{近|ちか}いのは、どれですか",
            Hint = "どれでも{大丈夫|だいじょうぶ}です。あとで{変|か}わってもかまいません",
            With = (f, v) => f with { Motivation = v },
        },
        new Question<SkillFacts, ValueList<Qualification>>(FactPurpose.Skills, FactPlaces.Skills, f => f.Qualifications,
            new RowsAnswer<Qualification>(QualificationRows, t => new(t[0], Numbers.Read(t[1])), FactWords.Say,
                new("name", "{資格|しかく}や{免許|めんきょ}の{名前|なまえ}", FactTexts.LongestShort, false), new("year", "{取|と}った{年|とし}（{西暦|せいれき}）", 4, true)) { None = "{持|も}っていない" })
        {
            Code = "skills.qualifications",
            Words = "{持|も}っている{資格|しかく}や{免許|めんきょ}を{教|おし}えてください",
            Hint = "{年|とし}は、わからなければ{書|か}かなくて{大丈夫|だいじょうぶ}です",
            Refusal = "{資格|しかく}や{免許|めんきょ}の{名前|なまえ}を{書|か}いてください。{年|とし}は、2015のような4けたの{数字|すうじ}です。",
            IsSuggested = true,
            IsAdded = true,
            With = (f, v) => f with { Qualifications = v },
            Adding = (now, v) => [.. now.Where(n => v.All(q => q.Name != n.Name)), .. v],
        },
        new Question<SkillFacts, SchoolLevel?>(FactPurpose.Skills, FactPlaces.Skills, f => f.School,
            new OneAnswer<SchoolLevel?>(s => s?.InJapanese ?? "", (SchoolLevel.JuniorHigh, "{中学校|ちゅうがっこう}"), (SchoolLevel.HighSchool, "{高校|こうこう}"),
                (SchoolLevel.Vocational, "{専門学校|せんもんがっこう}"), (SchoolLevel.JuniorCollege, "{短大|たんだい}・{高専|こうせん}"),
                (SchoolLevel.University, "{大学|だいがく}"), (SchoolLevel.GraduateSchool, "{大学院|だいがくいん}"), (SchoolLevel.Other, "そのほか")))
        {
            Code = "skills.school",
            Words = "{最後|さいご}に{通|かよ}った{学校|がっこう}は、どれですか",
            IsSuggested = true,
            With = (f, v) => f with { School = v },
        },
        new Question<SkillFacts, string>(FactPurpose.Skills, FactPlaces.Skills, f => f.Schooling, new TextAnswer(isLong: false))
        {
            Code = "skills.schooling",
            Words = "その{学校|がっこう}では、{何|なに}を{習|なら}いましたか。いつ{終|お}わりましたか",
            With = (f, v) => f with { Schooling = v },
        },
        new Question<SkillFacts, PcSkill?>(FactPurpose.Skills, FactPlaces.Skills, f => f.Pc,
            new OneAnswer<PcSkill?>(s => s?.InJapanese ?? "", (PcSkill.None, "{使|つか}ったことがない"), (PcSkill.Browsing, "{調|しら}べたり、メールを{送|おく}ったりできる"),
                (PcSkill.Typing, "{文字|もじ}を{打|う}てる"), (PcSkill.Documents, "{文書|ぶんしょ}を{作|つく}れる"), (PcSkill.Spreadsheets, "{表|ひょう}を{作|つく}って{計算|けいさん}できる")))
        {
            Code = "skills.pc",
            Words = "パソコンで、どこまでできますか",
            IsSuggested = true,
            With = (f, v) => f with { Pc = v },
        },
        new Question<SkillFacts, string>(FactPurpose.Skills, FactPlaces.Skills, f => f.PcWords, new TextAnswer(isLong: false))
        {
            Code = "skills.pc-words",
            Words = "{使|つか}えるソフトがあれば、{教|おし}えてください",
            Hint = "{例|れい}：ワード、エクセル",
            With = (f, v) => f with { PcWords = v },
        },
        new Question<SkillFacts, string>(FactPurpose.Skills, FactPlaces.Skills, f => f.Studying, new TextAnswer(isLong: false))
        {
            Code = "skills.studying",
            Words = "いま{勉強|べんきょう}していることや、{勉強|べんきょう}したいことは、ありますか",
            Hint = "{例|れい}：{簿記|ぼき}、{介護|かいご}の{講座|こうざ}。ないときは「ない」と{書|か}いてください",
            With = (f, v) => f with { Studying = v },
        },
    ];
}

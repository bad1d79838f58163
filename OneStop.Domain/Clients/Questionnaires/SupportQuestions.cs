using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>Questions about family, household money and health: for support only. The last of them are asked only if staff choose them.</summary>
internal static class SupportQuestions
{
    private const int ChildRows = 5;

    public static IReadOnlyList<Question> All { get; } =
    [
        new Question<HouseholdFacts, ValueList<Child>>(FactPurpose.Household, FactPlaces.Household, f => f.Children,
            new RowsAnswer<Child>(ChildRows, t => new(Numbers.Read(t[0]), t[1]), FactWords.Say,
                new("born", "{生|う}まれた{年|とし}（{西暦|せいれき}）", 4, true), new("minder", "{仕事|しごと}の{間|あいだ}、だれがみますか", FactTexts.LongestShort, false)))
        {
            Code = "household.children",
            Words = "お{子|こ}さんのことを{教|おし}えてください",
            Hint = "{1|ひと}つの{枠|わく}に、{1人|ひとり}ずつ{書|か}きます。{例|れい}：2018{年|ねん}、{学童保育|がくどうほいく}",
            Refusal = "{生|う}まれた{年|とし}は、2018のような4けたの{数字|すうじ}で{書|か}いてください。",
            IsSuggested = true,
            With = (f, v) => f with { Children = v },
        },
        new Question<HouseholdFacts, string>(FactPurpose.Household, FactPlaces.Household, f => f.LivesWith, new TextAnswer(isLong: false))
        {
            Code = "household.lives-with",
            Words = "ほかに、いっしょに{住|す}んでいる{人|ひと}は、いますか",
            Hint = "いないときは「いない」と{書|か}いてください",
            With = (f, v) => f with { LivesWith = v },
        },
        new Question<HouseholdFacts, string>(FactPurpose.Household, FactPlaces.Household, f => f.Helpers, new TextAnswer(isLong: true))
        {
            Code = "household.helpers",
            Words = "{困|こま}ったとき、{手伝|てつだ}ってくれる{人|ひと}は、いますか",
            Hint = "{例|れい}：{子|こ}どもの{熱|ねつ}のとき、{姉|あね}。いまは「いない」でも{大丈夫|だいじょうぶ}です。いっしょに{考|かんが}えます",
            With = (f, v) => f with { Helpers = v },
        },
        new Question<HouseholdFacts, Housing?>(FactPurpose.Household, FactPlaces.Household, f => f.Housing,
            new OneAnswer<Housing?>(h => h?.InJapanese ?? "", (Housing.Rented, "{家賃|やちん}を{払|はら}って{借|か}りている"),
                (Housing.Public, "{市|し}や{県|けん}の{住宅|じゅうたく}・UR"), (Housing.Owned, "{自分|じぶん}の{家|いえ}"),
                (Housing.Family, "{親|おや}や{親|しん}せきの{家|いえ}"), (Housing.Company, "{会社|かいしゃ}の{家|いえ}や{寮|りょう}"),
                (Housing.SupportFacility, "{親子|おやこ}で{住|す}める{施設|しせつ}（{母子生活支援施設|ぼしせいかつしえんしせつ}など）"), (Housing.Other, "そのほか")))
        {
            Code = "household.housing",
            Words = "いま、どんな{家|いえ}に{住|す}んでいますか",
            With = (f, v) => f with { Housing = v },
        },
        new Question<HouseholdFacts, string>(FactPurpose.Household, FactPlaces.Household, f => f.HousingWords, new TextAnswer(isLong: true))
        {
            Code = "household.housing-words",
            Words = "{住|す}むところのことで、{困|こま}っていることや、したいことは、ありますか",
            Hint = "{例|れい}：{引|ひ}っこしたい、{契約|けいやく}がもうすぐ{終|お}わる",
            With = (f, v) => f with { HousingWords = v },
        },
        new Question<HouseholdFacts, string>(FactPurpose.Household, FactPlaces.Household, f => f.OwnWords, new TextAnswer(isLong: true))
        {
            Code = "household.words",
            Words = "{家族|かぞく}のことで、{困|こま}っていることは、ありますか",
            With = (f, v) => f with { OwnWords = v },
        },
        new Question<MoneyFacts, ChildRearingAllowance?>(FactPurpose.Money, FactPlaces.Money, f => f.Allowance,
            new OneAnswer<ChildRearingAllowance?>(a => a?.InJapanese ?? "", (ChildRearingAllowance.Full, "{全部|ぜんぶ}もらっている"),
                (ChildRearingAllowance.Partial, "{一部|いちぶ}もらっている"), (ChildRearingAllowance.Suspended, "{止|と}まっている"),
                (ChildRearingAllowance.NotApplied, "{申|もう}しこんでいない"), (ChildRearingAllowance.NotEligible, "もらえない")))
        {
            Code = "money.allowance",
            Words = "{児童扶養手当|じどうふようてあて}を、もらっていますか",
            IsSuggested = true,
            With = (f, v) => f with { Allowance = v },
        },
        new Question<MoneyFacts, ChildSupport?>(FactPurpose.Money, FactPlaces.Money, f => f.Support,
            new OneAnswer<ChildSupport?>(s => s?.InJapanese ?? "", (ChildSupport.Received, "{届|とど}いている"), (ChildSupport.SometimesReceived, "ときどき{届|とど}く"),
                (ChildSupport.AgreedNotReceived, "{決|き}めたけれど、{届|とど}かない"), (ChildSupport.NotAgreed, "{決|き}めていない"), (ChildSupport.NotApplicable, "{当|あ}てはまらない")))
        {
            Code = "money.support",
            Words = "{養育費|よういくひ}は、{届|とど}いていますか",
            IsSuggested = true,
            With = (f, v) => f with { Support = v },
        },
        new Question<MoneyFacts, int?>(FactPurpose.Money, FactPlaces.Money, f => f.SupportPerMonth, new NumberAnswer("{円|えん}"))
        {
            Code = "money.support-amount",
            Words = "{養育費|よういくひ}は、1か{月|げつ}にいくらですか",
            Suiting = f => f.Support is null or ChildSupport.Received or ChildSupport.SometimesReceived,
            With = (f, v) => f with { SupportPerMonth = v },
        },
        new Question<MoneyFacts, string>(FactPurpose.Money, FactPlaces.Money, f => f.OtherBenefits, new TextAnswer(isLong: true))
        {
            Code = "money.benefits",
            Words = "ほかに、もらっている{手当|てあて}や{給付金|きゅうふきん}は、ありますか",
            With = (f, v) => f with { OtherBenefits = v },
        },
        new Question<MoneyFacts, int?>(FactPurpose.Money, FactPlaces.Money, f => f.HouseholdIncome, new NumberAnswer("{円|えん}"))
        {
            Code = "money.household-income",
            Words = "{家|いえ}に{入|はい}るお{金|かね}は、{全部|ぜんぶ}で1か{月|げつ}にいくらですか",
            IsDelicate = true,
            With = (f, v) => f with { HouseholdIncome = v },
        },
        new Question<MoneyFacts, int?>(FactPurpose.Money, FactPlaces.Money, f => f.Rent, new NumberAnswer("{円|えん}"))
        {
            Code = "money.rent",
            Words = "{家賃|やちん}や{家|いえ}のローンは、1か{月|げつ}にいくらですか",
            Hint = "だいたいで{大丈夫|だいじょうぶ}です。かからないときは 0 と{書|か}いてください",
            With = (f, v) => f with { Rent = v },
        },
        new Question<MoneyFacts, int?>(FactPurpose.Money, FactPlaces.Money, f => f.Spending, new NumberAnswer("{円|えん}"))
        {
            Code = "money.spending",
            Words = "{家賃|やちん}や{食|た}べものなど、{全部|ぜんぶ}で1か{月|げつ}にいくらくらい{使|つか}いますか",
            Hint = "だいたいで{大丈夫|だいじょうぶ}です",
            With = (f, v) => f with { Spending = v },
        },
        new Question<MoneyFacts, string>(FactPurpose.Money, FactPlaces.Money, f => f.Debts, new TextAnswer(isLong: true))
        {
            Code = "money.debts",
            Words = "{返|かえ}すお{金|かね}や、まだ{払|はら}っていないお{金|かね}のことで、{困|こま}っていますか",
            IsDelicate = true,
            With = (f, v) => f with { Debts = v },
        },
        new Question<HealthFacts, string>(FactPurpose.Health, FactPlaces.Health, f => f.OwnWords, new TextAnswer(isLong: true))
        {
            Code = "health.words",
            Words = "{体|からだ}や{心|こころ}のことで、{知|し}っておいてほしいことは、ありますか",
            IsDelicate = true,
            With = (f, v) => f with { OwnWords = v },
        },
        new Question<HealthFacts, string>(FactPurpose.Health, FactPlaces.Health, f => f.Care, new TextAnswer(isLong: true))
        {
            Code = "health.care",
            Words = "{相談|そうだん}のとき、{気|き}をつけてほしいことは、ありますか",
            IsDelicate = true,
            With = (f, v) => f with { Care = v },
        },
    ];
}

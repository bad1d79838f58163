using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>What a ward and 福岡市外 are together on the screen: one choice.</summary>
/// <param name="Ward">Null outside the city.</param>
internal sealed record Home(Ward? Ward, bool IsOutside)
{
    /// <summary>The code of the choice.</summary>
    public override string ToString() => IsOutside ? "Outside" : $"{Ward}";
}

/// <summary>Questions about who the client is and how they are reached.</summary>
internal static class PersonQuestions
{
    private const int PhoneRows = 2;

    public static IReadOnlyList<Question> All { get; } =
    [
        new Question<IdentityFacts, string>(FactPurpose.Identity, FactPlaces.Identity, f => f.FullName, new TextAnswer(isLong: false))
        {
            Code = "identity.name",
            Words = "お{名前|なまえ}を{教|おし}えてください",
            Hint = "{申|もう}しこみの{紙|かみ}などに{書|か}く{名前|なまえ}です",
            IsSuggested = true,
            With = (f, v) => f with { FullName = v },
        },
        new Question<IdentityFacts, string>(FactPurpose.Identity, FactPlaces.Identity, f => f.Kana, new TextAnswer(isLong: false))
        {
            Code = "identity.kana",
            Words = "お{名前|なまえ}の{読|よ}み{方|かた}（ふりがな）を{教|おし}えてください",
            Refusal = "ひらがなか、カタカナで{書|か}いてください。",
            IsSuggested = true,
            With = (f, v) => f with { Kana = v },
        },
        new Question<IdentityFacts, DateOnly?>(FactPurpose.Identity, FactPlaces.Identity, f => f.BirthDate, new DayAnswer())
        {
            Code = "identity.birth",
            Words = "{生|う}まれた{日|ひ}は、いつですか",
            Refusal = "{年|とし}と{月|がつ}と{日|にち}を、たしかめてください。",
            IsSuggested = true,
            With = (f, v) => f with { BirthDate = v },
        },
        new Question<PhoneFacts, ValueList<PhoneLine>>(FactPurpose.Phones, FactPlaces.Phones, f => f.Lines,
            new RowsAnswer<PhoneLine>(PhoneRows, t => new(t[0], t[1]), FactWords.Say,
                new("number", "{電話番号|でんわばんごう}", PhoneNumber.LongestTyped, true), new("whose", "だれの{電話|でんわ}ですか", FactTexts.LongestShort, false)))
        {
            Code = "phones",
            Words = "{電話番号|でんわばんごう}を{教|おし}えてください",
            Hint = "{上|うえ}に{書|か}いた{番号|ばんごう}に{電話|でんわ}します",
            Refusal = "{電話番号|でんわばんごう}は、10けたか11けたの{数字|すうじ}で{書|か}いてください。{同|おな}じ{番号|ばんごう}は、1つだけ{書|か}いてください。",
            IsSuggested = true,
            IsAdded = true,
            With = (f, v) => f with { Lines = v },
            Adding = (now, v) => [.. v, .. now.Where(n => v.All(l => l.Number != n.Number))],
        },
        new Question<ContactFacts, ContactMethod?>(FactPurpose.Contact, FactPlaces.Contact, f => f.Method,
            new OneAnswer<ContactMethod?>(m => m?.InJapanese ?? "", (ContactMethod.Chat, "LINEで{文字|もじ}を{送|おく}る"), (ContactMethod.Phone, "{電話|でんわ}"),
                (ContactMethod.Video, "ビデオ{通話|つうわ}")))
        {
            Code = "contact.method",
            Words = "どの{方法|ほうほう}で{話|はな}したいですか",
            IsSuggested = true,
            With = (f, v) => f with { Method = v },
        },
        new Question<ContactFacts, string>(FactPurpose.Contact, FactPlaces.Contact, f => f.GoodTime, new TextAnswer(isLong: false))
        {
            Code = "contact.good-time",
            Words = "{連絡|れんらく}しやすい{曜日|ようび}や{時間|じかん}は、いつですか",
            Hint = "{例|れい}：{月曜日|げつようび}から{金曜日|きんようび}の、{夜|よる}8{時|じ}から",
            With = (f, v) => f with { GoodTime = v },
        },
        new Question<ContactFacts, ValueList<DayOfWeek>>(FactPurpose.Contact, FactPlaces.Contact, f => f.NoCallDays,
            new ManyAnswer<DayOfWeek>(days => days.Count == 0 ? "" : string.Concat(days.Select(FactWords.Day)), "ない",
                (DayOfWeek.Monday, "{月|げつ}"), (DayOfWeek.Tuesday, "{火|か}"), (DayOfWeek.Wednesday, "{水|すい}"), (DayOfWeek.Thursday, "{木|もく}"),
                (DayOfWeek.Friday, "{金|きん}"), (DayOfWeek.Saturday, "{土|ど}"), (DayOfWeek.Sunday, "{日|にち}")))
        {
            Code = "contact.no-call-days",
            Words = "{電話|でんわ}をしないほうがよい{曜日|ようび}は、ありますか",
            Hint = "いくつでも、えらべます",
            With = (f, v) => f with { NoCallDays = v },
        },
        new Question<ContactFacts, string>(FactPurpose.Contact, FactPlaces.Contact, f => f.Care, new TextAnswer(isLong: true))
        {
            Code = "contact.care",
            Words = "{連絡|れんらく}のとき、{気|き}をつけてほしいことは、ありますか",
            Hint = "{例|れい}：{留守番電話|るすばんでんわ}に、{声|こえ}をのこさないでほしい",
            With = (f, v) => f with { Care = v },
        },
        new Question<AddressFacts, Home>(FactPurpose.Address, FactPlaces.Address, f => new Home(f.Ward, f.IsOutside),
            new OneAnswer<Home>(h => h.IsOutside ? "福岡市外" : h.Ward?.InJapanese ?? "", (new(Ward.Higashi, false), "{東区|ひがしく}"),
                (new(Ward.Hakata, false), "{博多区|はかたく}"), (new(Ward.Chuo, false), "{中央区|ちゅうおうく}"), (new(Ward.Minami, false), "{南区|みなみく}"),
                (new(Ward.Jonan, false), "{城南区|じょうなんく}"), (new(Ward.Sawara, false), "{早良区|さわらく}"), (new(Ward.Nishi, false), "{西区|にしく}"),
                (new(null, true), "そのほかの{市|し}や{町|まち}")))
        {
            Code = "address.ward",
            Named = "区",
            Words = "どこに{住|す}んでいますか",
            IsSuggested = true,
            With = (f, v) => f with { Ward = v.Ward, IsOutside = v.IsOutside },
        },
        new Question<AddressFacts, string>(FactPurpose.Address, FactPlaces.Address, f => f.PostalCode, new TextAnswer(isLong: false))
        {
            Code = "address.postal",
            Words = "{郵便番号|ゆうびんばんごう}を{教|おし}えてください",
            Hint = "{例|れい}：810-0000",
            Refusal = "{郵便番号|ゆうびんばんごう}は、7けたの{数字|すうじ}で{書|か}いてください。",
            With = (f, v) => f with { PostalCode = v },
        },
        new Question<AddressFacts, string>(FactPurpose.Address, FactPlaces.Address, f => f.Rest, new TextAnswer(isLong: false))
        {
            Code = "address.rest",
            Words = "{町|まち}の{名前|なまえ}と{番地|ばんち}、{建物|たてもの}の{名前|なまえ}を{教|おし}えてください",
            With = (f, v) => f with { Rest = v },
        },
    ];
}

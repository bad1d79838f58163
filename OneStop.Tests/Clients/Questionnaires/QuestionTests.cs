using System.Text.RegularExpressions;
using OneStop.Domain;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Questionnaires;

namespace OneStop.Tests.Clients.Questionnaires;

/// <summary>The questions that can be asked on a page: their words, and what they make of what is typed.</summary>
public sealed partial class QuestionTests
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Fact]
    public void Each_kanji_has_its_reading_beside_it()
    {
        var words = Questions.All.SelectMany(q => new RubyText?[] { q.Words, q.Hint, q.Refusal }.Concat(WordsOf(q.Shape))).OfType<RubyText>().ToList();
        Assert.All(words, w => Assert.DoesNotMatch(Kanji(), string.Concat(w.Parts.Where(p => p.Reading is null).Select(p => p.Text))));
        Assert.All(words.SelectMany(w => w.Parts).Where(p => p.Reading is not null), p => Assert.Matches("^[ぁ-んー・]+$", p.Reading));
        Assert.All(words, w => Assert.DoesNotMatch("[{}|]", w.Plain)); // a mark that was not understood
    }

    [Fact]
    public void Codes_are_stored_and_so_are_different_and_short()
    {
        Assert.Equal(Questions.All.Count, Questions.All.Select(q => q.Code).Distinct().Count());
        Assert.All(Questions.All, q => Assert.InRange(q.Code.Length, 1, Question.LongestCode));
        Assert.All(Questions.All, q => Assert.Same(q, Questions.Find(q.Code)));
    }

    [Fact]
    public void Debts_income_of_the_household_and_health_are_not_suggested()
    {
        Assert.Equal(["money.household-income", "money.debts", "health.words", "health.care"], Questions.All.Where(q => q.IsDelicate).Select(q => q.Code));
        Assert.DoesNotContain(Questions.All, q => q.IsSuggested && q.IsDelicate);
        Assert.Contains(Questions.All, q => q.IsSuggested && q.Purpose == FactPurpose.Money);
    }

    [Theory]
    [InlineData("work.form", "a=PartTime", "パート・アルバイト")]
    [InlineData("work.second", "a=False", "なし")]
    [InlineData("work.hours", "a0=０", "0時間")]
    [InlineData("work.income", "a0=１２０，０００円", "120,000円")]
    [InlineData("work.hourly", "a0=1150", "1,150円")]
    [InlineData("work.hourly", "none=1", "")]
    [InlineData("work.hourly", "a0=1150&none=1", "1,150円")] // what was written counts
    [InlineData("work.insurance", "a=True", "あり")]
    [InlineData("work.career", "a=食堂で3年", "食堂で3年")]
    [InlineData("wishes.motivation", "a=NotNow", "今は考えにくい")]
    [InlineData("skills.studying", "a=簿記", "簿記")]
    [InlineData("household.helpers", "a=いない", "いない")]
    [InlineData("household.housing", "a=Family", "実家・親族の家")]
    [InlineData("household.housing-words", "a=引っこしたい", "引っこしたい")]
    [InlineData("money.rent", "a0=0", "0円")]
    [InlineData("money.spending", "a0=150000", "150,000円")]
    [InlineData("identity.birth", "year0=1990&month0=5&day0=３", "1990年5月3日")]
    [InlineData("identity.name", "a= <b>緑川</b> ", "<b>緑川</b>")]
    [InlineData("address.ward", "a=Outside", "福岡市外")]
    [InlineData("address.ward", "a=Nishi", "西区")]
    [InlineData("address.postal", "a=８１０ ０００１", "810-0001")]
    [InlineData("contact.no-call-days", "a=Monday,Friday", "月金")]
    [InlineData("contact.no-call-days", "a=none", "")]
    [InlineData("phones", "number0=０９０ー1234ー5678&whose0=母", "090-1234-5678・母")]
    [InlineData("household.children", "born0=2018&minder0=学童&born3=2021", "2018年生まれ・学童\n2021年生まれ")]
    [InlineData("skills.qualifications", "none=1", "")]
    [InlineData("skills.qualifications", "name1=簿記&year1=", "簿記")]
    public void What_is_typed_becomes_the_fact(string code, string typed, string said)
    {
        var question = Questions.Find(code)!;
        Assert.Equal(said, question.Say(question.Read(Typed(typed), Today)));
    }

    [Theory]
    [InlineData("work.form", "", "答えを")]
    [InlineData("work.form", "a=Chairman", "答えを")] // a code that nobody offered
    [InlineData("work.income", "a0=", "答えを")]
    [InlineData("work.income", "a0=12万円", "数字だけで")]
    [InlineData("work.income", "a0=-3", "数字だけで")]
    [InlineData("work.hours", "a0=200", "168")] // the rule of the fact
    [InlineData("work.hourly", "", "答えを")]
    [InlineData("work.hourly", "a0=180000", "1か月の給料では")]
    [InlineData("money.rent", "none=1", "答えを")] // this question has no such box
    [InlineData("identity.birth", "year0=1990&month0=2&day0=30", "たしかめて")]
    [InlineData("identity.birth", "year0=2090&month0=1&day0=1", "たしかめて")]
    [InlineData("identity.kana", "a=緑川", "ひらがな")]
    [InlineData("identity.name", "a=   ", "答えを")]
    [InlineData("address.postal", "a=81", "7けた")]
    [InlineData("phones", "number0=12&whose0=", "10けたか11けた")]
    [InlineData("household.children", "born0=18", "生まれた年")]
    public void What_cannot_be_the_answer_is_refused_with_a_reason(string code, string typed, string says) =>
        Assert.Contains(says, new RubyText(Refused(code, typed)).Plain, StringComparison.Ordinal);

    [Theory]
    [InlineData("work.income", "a0=999999999")] // more than any month
    [InlineData("household.children", "born0=18")]
    [InlineData("skills.qualifications", "year0=2001")]
    [InlineData("identity.birth", "year0=2090&month0=1&day0=1")]
    [InlineData("phones", "number0=12")]
    public void What_the_rule_of_the_fact_refuses_is_said_in_easy_words_with_readings(string code, string typed) =>
        Assert.DoesNotMatch(Kanji(), string.Concat(new RubyText(Refused(code, typed)).Parts.Where(p => p.Reading is null).Select(p => p.Text)));

    [Fact]
    public void Each_choice_of_a_fact_is_offered_and_can_be_read()
    {
        Assert.Equal(Enum.GetNames<Housing>(), Offered("household.housing"));
        Assert.Equal(Enum.GetNames<Motivation>(), Offered("wishes.motivation"));

        static IEnumerable<string> Offered(string code) => ((ChoicesShape)Questions.Find(code)!.Shape).Choices.Select(c => c.Code);
    }

    [Fact]
    public void A_text_keeps_its_lines_and_loses_what_cannot_be_seen()
    {
        var (words, kinds) = (Questions.Find("work.words")!, Questions.Find("wishes.kinds")!);
        Assert.Equal("一行目\n二行目", words.Say(words.Read(Typed("a= 一行目\r\n二行目\u0001"), Today)));
        Assert.Equal("事務 と介護", kinds.Say(kinds.Read(Typed("a=事務\r\nと\u202E介護"), Today)));
        var lines = string.Concat(Enumerable.Repeat("あ\r\n", 500)); // what a browser sends for 1,000 characters
        Assert.Equal(999, words.Say(words.Read(Typed($"a={lines}"), Today)).Length);
    }

    [Theory]
    [InlineData("work.words", 1000)]
    [InlineData("wishes.kinds", 100)]
    public void Just_as_much_as_fits_is_taken_and_one_more_is_not(string code, int longest)
    {
        var question = Questions.Find(code)!;
        var answer = question.Read(Typed($"a={new string('<', longest)}"), Today);
        Assert.InRange(answer.Length, longest, QuestionnaireAnswerTable.Longest);
        Assert.Throws<RuleException>(() => question.Read(Typed($"a={new string('<', longest + 1)}"), Today));
    }

    private static string Refused(string code, string typed) => Assert.Throws<RuleException>(() => Questions.Find(code)!.Read(Typed(typed), Today)).Message;

    private static IEnumerable<RubyText?> WordsOf(AnswerShape shape) => shape switch
    {
        ChoicesShape choices => choices.Choices.Select(c => c.Words),
        RowsShape rows => rows.Fields.Select(f => f.Words).Append(rows.None),
        _ => [],
    };

    private static ClientAnswers Typed(string fields) => ClientAnswers.Of(fields.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(f => f.Split('=')).Select(f => KeyValuePair.Create(f[0], f[1])));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Kanji();
}

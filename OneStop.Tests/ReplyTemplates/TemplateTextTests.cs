using OneStop.Domain;
using OneStop.Domain.ReplyTemplates;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.ReplyTemplates;

/// <summary>Variables and blanks in braces.</summary>
public sealed class TemplateTextTests
{
    private static readonly TemplateValues Values = new("相談者 A-0123", "青葉 みどり", Japan("2026-10-05T23:30"), null);

    [Theory]
    [InlineData("{{相談者}}さん、{{あいさつ}}。", "相談者 A-0123さん、こんばんは。")]
    [InlineData("担当の{{担当者}}です", "担当の青葉 みどりです")]
    [InlineData("{{今日}}と{{明日}}", "10月5日(月)と10月6日(火)")]
    [InlineData("{{24時間の期限}}までに", "10月6日(火) 23:30までに")] // no client waits: 24 hours from now
    [InlineData("{{２４時間の期限}}までに", "10月6日(火) 23:30までに")] // full-width digits are equivalent
    [InlineData("｛｛ 相談者 ｝｝さん", "相談者 A-0123さん")] // so are full-width braces, and blanks inside them
    [InlineData("{{?日時}}に", "{{?日時}}に")] // a blank to fill in
    [InlineData("{{むかしの名前}}", "{{むかしの名前}}")] // stays and blocks sending, instead of being sent as nothing
    [InlineData("{相談者}", "{相談者}")]
    public void Variables_are_filled_in_and_the_rest_stays(string text, string filled) => Assert.Equal(filled, new TemplateText(text).Fill(Values).Text);

    [Fact]
    public void Who_waits_is_told_the_deadline_that_runs_already() =>
        Assert.Equal("10月6日(火) 9:00", new TemplateText("{{24時間の期限}}").Fill(Values with { AnswerDue = Japan("2026-10-06T09:00") }).Text);

    [Theory]
    [InlineData("2026-10-05T04:59", "こんばんは")]
    [InlineData("2026-10-05T05:00", "おはようございます")]
    [InlineData("2026-10-05T10:59", "おはようございます")]
    [InlineData("2026-10-05T11:00", "こんにちは")]
    [InlineData("2026-10-05T17:59", "こんにちは")]
    [InlineData("2026-10-05T18:00", "こんばんは")]
    [InlineData("2026-10-06T00:30", "こんばんは")] // 24:30 of the service day
    public void The_greeting_is_that_of_the_hour_in_Japan(string now, string greeting) =>
        Assert.Equal(greeting, (Values with { Now = Japan(now).ToUniversalTime() })[TemplateVariable.Greeting]);

    [Fact]
    public void The_same_blank_is_asked_once_and_answered_everywhere()
    {
        var text = new TemplateText("{{?日時}}に{{?場所}}で。{{？日時}}ですね。");
        Assert.Equal(["日時", "場所"], text.Blanks);
        Assert.Equal("金曜の10時に{{?場所}}で。金曜の10時ですね。", text.Answer(new Dictionary<string, string> { ["日時"] = " 金曜の10時 ", ["場所"] = " " }).Text);
    }

    [Fact]
    public void What_somebody_answers_is_taken_as_it_is() =>
        Assert.Equal("{{?場所}}", new TemplateText("{{?日時}}").Answer(new Dictionary<string, string> { ["日時"] = "{{?場所}}", ["場所"] = "天神" }).Text);

    [Theory]
    [InlineData("こんにちは", null)]
    [InlineData("{{?日時}}に", "日時")]
    [InlineData("{{相談者}}さん", "相談者")]
    [InlineData("｛｛？日時｝｝に", "日時")]
    [InlineData("{{?日時に", "日時に")] // the closing braces were deleted
    [InlineData("寒いです{{{(>_<)}}}", null)] // an emoticon
    [InlineData("{{}}", null)]
    [InlineData("{1}", null)]
    public void What_is_not_filled_in_is_found(string text, string? name) => Assert.Equal(name, TemplateText.Unresolved(text));

    [Theory]
    [InlineData("{{相談社}}さん", "「相談社」という差し込みはありません。送るときに書き入れるものは {{?相談社}} と書いてください。")]
    [InlineData("{{相談者さん", "「{{相談者さん」が「}}」で閉じられていません。")]
    [InlineData("{{相談者\n}}さん", "「{{相談者」が「}}」で閉じられていません。")]
    public void What_nobody_can_fill_in_is_not_kept(string body, string says) =>
        Assert.Equal(says, Assert.Throws<RuleException>(() => TemplateWording.Of("題", "", body)).Message);

    [Theory]
    [InlineData(" ", "", "本文", "題名を入力してください。")]
    [InlineData("題", "漢字", "本文", "よみがなは、ひらがな120文字までで入力してください。")]
    [InlineData("題", "", " \n", "本文を入力してください。")]
    public void A_template_has_a_title_a_readable_reading_and_a_body(string title, string reading, string body, string says) =>
        Assert.Equal(says, Assert.Throws<RuleException>(() => TemplateWording.Of(title, reading, body)).Message);

    [Fact]
    public void A_body_is_as_long_as_LINE_takes_it()
    {
        Assert.Equal(5000, TemplateWording.Of("題", "", new('あ', 5000)).Body.Length);
        Assert.Throws<RuleException>(() => TemplateWording.Of("題", "", new('あ', 5001)));
    }

    [Fact]
    public void A_reading_in_katakana_becomes_hiragana() => Assert.Equal("よやくのへんこう", TemplateWording.Of("予約", "ヨヤク ノ ﾍﾝｺｳ", "本文").Reading);
}

using System.Net;
using OneStop.Domain.Clients;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>The text to which clients consent, and the versions of the questions.</summary>
public sealed class PrivacyNoticeTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public void Other_words_have_another_version() => // people who agreed to another version are asked again
        Assert.Equal(("2026-10", "a6102648b94450af8bacf1aab5f8c283d01da28f80687090b13dbc7282a502c9"), (PrivacyNotice.Version, PrivacyNotice.Digest));

    [Fact]
    public void Other_words_of_the_question_have_another_rule() => Assert.Equal(
    [
        ("2026-11/alone", "福岡市に住む、ひとり親の方の相談です。離婚を考えている方も使えます。あてはまりますか？"),
        ("2026-11/one-card", "福岡市に住む、ひとり親の方の相談です（離婚を考えている方、死別・離婚した方も使えます）。"),
        ("2026-11/read-out", "この相談は、福岡市内にお住まいのひとり親の方のためのものです。離婚を考えている方や、夫や妻と死別・離婚した方もふくみます。あてはまりますか"),
    ], new[] { EligibilityQuestion.Alone, EligibilityQuestion.OnOneCard, EligibilityQuestion.ReadOut }.Select(q => (q.Rule, q.Words)));

    [Fact]
    public async Task The_page_shows_each_of_the_words_of_which_a_digest_is_kept()
    {
        using var http = oneStop.Http();
        var page = WebUtility.HtmlDecode(await http.GetStringAsync(new Uri("/privacy", UriKind.Relative)));
        Assert.All(PrivacyNotice.Text.Split('\n'), line => Assert.Contains($">{line}</", page, StringComparison.Ordinal));
        Assert.Contains(PrivacyNotice.Version, page, StringComparison.Ordinal);
    }
}

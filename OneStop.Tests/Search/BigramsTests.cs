using OneStop.Domain.Search;
using OneStop.Tests.House;

namespace OneStop.Tests.Search;

/// <summary>Which texts a search treats as equal, and where a match is in the original text.</summary>
public sealed class BigramsTests
{
    [Theory]
    [InlineData("ﾎｲｸｴﾝ", "ほいくえん")] // half-width
    [InlineData("ｶﾞｿﾘﾝ", "がそりん")] // two characters become one
    [InlineData("ハローワーク", "はろーわーく")]
    [InlineData("ＬＩＮＥ", "line")]
    [InlineData("１２３", "123")]
    [InlineData("㈱山田", "(株)山田")] // one becomes three
    [InlineData("か\u3099っこう", "がっこう")] // a combining mark
    [InlineData("求人\u3000情報\n\n です", "求人 情報 です")]
    [InlineData("求\u200B人", "求人")] // an invisible character
    [InlineData("葛\U000E0100飾", "葛飾")] // a variant of a character in a name
    [InlineData("ヽヾ", "ゝゞ")]
    [InlineData("𠮷野家", "𠮷野家")] // a surrogate pair
    [InlineData("", "")]
    [InlineData("０３ー１２３４−5678", "03-1234-5678")]
    [InlineData("03ｰ1234‐5678", "03-1234-5678")]
    [InlineData("03―1234–5678─9", "03-1234-5678-9")]
    [InlineData("03ー", "03-")] // incomplete
    [InlineData("ー1234", "-1234")] // the beginning is missing
    [InlineData("(03)ー1234", "(03)-1234")]
    [InlineData("カレー2つ", "かれー2つ")] // a long vowel
    [InlineData("Ｔシャツー2", "tしゃつー2")]
    [InlineData("10〜12時", "10~12時")]
    [InlineData("⼥性の⺟⼦⻑⻝⻘⺠", "女性の母子長食青民")] // radicals, as from PDF files
    [InlineData("神⼾の⻄、⻩⾊い⻤", "神戸の西、黄色い鬼")]
    [InlineData("⺀⺚⻳", "⺀⺚龟")] // the first and another have no corresponding character
    public void Texts_are_compared_alike_however_they_were_typed(string text, string folded) => Assert.Equal(folded, new FoldedText(text).Text);

    [Theory]
    [InlineData("\uD842")] // half of a surrogate pair
    [InlineData("あ\uDFB7\u3099い")]
    [InlineData("a\uFFFEb\uFFFF")]
    public void What_cannot_be_normalised_does_not_stop_the_index(string text) => Assert.NotEmpty(new FoldedText(text).Text);

    [Theory]
    [InlineData("相談", 1)]
    [InlineData("ご相談です", 4)]
    [InlineData("ああああ", 1)] // without duplicates
    [InlineData("母 子", 0)] // none across a space
    [InlineData("母", 0)]
    [InlineData("😀", 1)] // an emoji is found by itself
    [InlineData(null, 0)]
    public void A_text_has_each_pair_of_neighbours_once(string? text, int pairs) => Assert.Equal(pairs, Bigrams.Of(text).Count);

    [Fact]
    public void Each_pair_is_a_number_of_its_own() => Assert.NotEqual(Bigrams.Of("相談").Single(), Bigrams.Of("談相").Single());

    [Theory]
    [InlineData("ｶﾞｿﾘﾝ代", "がそ", "[ｶﾞｿ]ﾘﾝ代")]
    [InlineData("㈱山田で面接", "山田", "㈱[山田]で面接")]
    [InlineData("保育園とホイク", "ほいく", "保育園と[ホイク]")]
    [InlineData("資格、資格", "資格", "[資格]、[資格]")]
    [InlineData("医療事務の資格", "資格 医療", "[医療]事務の[資格]")]
    [InlineData("医療事務", "療事 医療", "[医療][事]務")] // overlapping
    [InlineData("医療事務", "資格", null)]
    [InlineData("資格と医療", "医療 学校", null)] // all are required
    [InlineData("電話は０３ー１２３４です", "03-12", "電話は[０３ー１２]３４です")]
    [InlineData("電話は03-1234です", "03ー1", "電話は[03-1]234です")]
    [InlineData("⻑⽥区", "長田", "[⻑⽥]区")]
    public void The_hit_is_marked_in_the_text_as_it_was_written(string text, string words, string? marked) =>
        Assert.Equal(marked, Marked(new SearchWords(words).SnippetOf(text)));

    [Fact]
    public void A_long_text_is_cut_around_the_first_hit_and_no_character_is_broken()
    {
        var snippet = Marked(new SearchWords("面接").SnippetOf(string.Concat(Enumerable.Repeat("👩‍👧", 60)) + "面接" + new string('あ', 300)));
        Assert.StartsWith("…👩", snippet);
        Assert.Contains("👧[面接]ああ", snippet, StringComparison.Ordinal);
        Assert.EndsWith("あ…", snippet);
        Assert.InRange(snippet!.Length, 60, 110);
    }

    [Theory]
    [InlineData("相談者 A-0123", 123)]
    [InlineData("相談者A-0123さん", 123)]
    [InlineData("Ａ－０１２３", 123)]
    [InlineData("Aー0123", 123)]
    [InlineData("A−0123", 123)]
    [InlineData("a0123", 123)]
    [InlineData("123", 123)]
    [InlineData(" 18000 ", 18000)]
    [InlineData("資格 123", null)]
    [InlineData("令和8年", null)]
    [InlineData("1234567890", null)] // a telephone number, not the number of a friend
    public void A_number_is_understood_as_people_write_it(string typed, int? number) => Assert.Equal(number, new SearchWords(typed).Numbers?.Exactly);

    [Theory]
    [InlineData("01", 100, 199)]
    [InlineData("012", 120, 129)]
    [InlineData("A-12", 1200, 1299)]
    [InlineData("0123", 0, -1)] // the whole alias
    public void The_beginning_of_an_alias_suffices(string typed, int from, int to) =>
        Assert.Equal((from, to), (new SearchWords(typed).Numbers!.Value.From, new SearchWords(typed).Numbers!.Value.To));

    [Fact]
    public void The_script_of_the_templates_knows_the_same_radicals() =>
        Assert.Contains($"'{Lookalikes.Ideographs}'", File.ReadAllText(Path.Combine(Repository.Root, "OneStop.Portal", "wwwroot", "folding.js")),
            StringComparison.Ordinal);

    private static string? Marked(IReadOnlyList<SnippetPart>? snippet) =>
        snippet is null ? null : string.Concat(snippet.Select(p => p.IsHit ? $"[{p.Text}]" : p.Text));
}

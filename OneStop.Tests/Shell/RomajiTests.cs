using MudBlazor;
using OneStop.Portal.Shell;

namespace OneStop.Tests.Shell;

/// <summary>Screens are found by their names as people type them.</summary>
public sealed class RomajiTests
{
    [Theory]
    [InlineData("じゅしんばこ", "jushin", "jyusin", "zyusin", "zyusinbako", "jushimbako", "じゅしん", "ジュシン", "JUSHIN", "ｊｕｓｈｉｎ")]
    [InlineData("きょう", "kyou", "kyo", "kyō", "k", "きょ")]
    [InlineData("しゃしん", "shashin", "syasin", "shasin")]
    [InlineData("ちゅうい", "chuui", "tyuui", "chui")] // the long vowel may be left out
    [InlineData("つち", "tsuchi", "tuti", "tsuti")]
    [InlineData("ふじ", "fuji", "huzi", "fuzi")]
    [InlineData("つづき", "tsuzuki", "tuduki", "tudzuki")]
    [InlineData("はんい", "hani", "hanni", "han'i")]
    [InlineData("しんぶん", "shimbun", "sinbun", "shinnbunn")]
    [InlineData("けっか", "kekka", "kek", "kextuka")]
    [InlineData("まっち", "matchi", "macchi", "matti", "mat")]
    [InlineData("きっさ", "kissa")]
    [InlineData("ざっし", "zasshi", "zassi")]
    [InlineData("とうきょう", "toukyou", "tokyo", "tōkyō")]
    [InlineData("おおさか", "oosaka", "osaka", "ōsaka")]
    [InlineData("きーぼーど", "kibodo", "ki-bo-do", "きーぼ")]
    [InlineData("ふぁいる", "fairu", "fa")]
    [InlineData("らいんちゃねる", "rain", "chaneru", "tyaneru")] // from any place in it
    public void What_is_typed_finds_the_reading(string reading, params string[] typed)
    {
        foreach (var way in typed)
            Assert.True(Romaji.Finds(way, reading), $"{way} does not find {reading}.");
    }

    [Theory]
    [InlineData("じゅしんばこ", "じゅs")] // while an IME composes
    [InlineData("じゅしんばこ", "じゅｓｈ")]
    [InlineData("じゅしんばこ", "じゅしんb")]
    public void What_an_IME_has_half_composed_finds_it_too(string reading, string typed) => Assert.True(Romaji.Finds(typed, reading));

    [Theory]
    [InlineData("じゅしんばこ", "jusi n x")]
    [InlineData("じゅしんばこ", "jisin")]
    [InlineData("けっか", "keka")] // another word
    [InlineData("きょう", "kiyoi")]
    [InlineData("とけい", "toukei")]
    [InlineData("きょう", "kyouu")]
    public void What_is_another_word_does_not(string reading, string typed) => Assert.False(Romaji.Finds(typed, reading));

    [Fact]
    public void What_begins_with_the_words_stands_before_what_holds_them()
    {
        Command[] commands = [A("再送する", "さいそうする"), A("送信", "そうしん"), A("受信箱", "じゅしんばこ")];
        Assert.Equal(["送信", "再送する"], commands.Fitting("sou").Select(c => c.Name));
        Assert.Equal(["送信", "受信箱"], commands.Fitting("信").Select(c => c.Name));
        Assert.Equal(["受信箱"], commands.Fitting("zyu bako").Select(c => c.Name)); // all the words, in any place
        Assert.Equal(3, commands.Fitting(" ").Count);
    }

    [Theory]
    [InlineData("A-0123", 123)]
    [InlineData("a0123", 123)]
    [InlineData("１２３", 123)]
    [InlineData("相談者 A-0007", 7)]
    [InlineData("B-0123", null)]
    [InlineData("12345678", null)]
    [InlineData("", null)]
    public void A_number_is_an_alias_however_it_is_typed(string typed, int? number) => Assert.Equal(number, Commands.NumberIn(typed));

    [Fact]
    public void Every_place_of_the_rail_is_found_by_its_reading()
    {
        var everything = new Domain.Staff.Actor();
        everything.BeStaff(Domain.Staff.StaffMember.Create("x", "x", Enum.GetValues<Domain.Staff.Duty>(), DateTimeOffset.UnixEpoch), "");
        Assert.Empty(NavMenu.For(everything).Where(i => i.Reading.Length == 0).Select(i => i.Title));
    }

    private static Command A(string name, string reading) => new(name, reading, "", Icons.Material.Outlined.Bolt, () => Task.CompletedTask);
}
